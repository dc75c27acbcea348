//! How long does a keystroke take to its picture? Types into the real grids of the built page in Chromium.
//!
//! Prints a line for each view: milliseconds from the key to the end of the frame that shows what it changed, how
//! many of 100 come within a frame of a screen that draws sixty a second, and what the page did in them. An empty page
//! with one field stands beside them: what the browser takes by itself.
//! DIST names the page's folder, CHROME the browser.

import { env, exit } from "node:process";
import { chromium } from "playwright-core";
import { FLAGS, findChromium } from "./browser.mjs";
import { serve } from "./server.mjs";
import { toured } from "./toured.mjs";
import { drawWithoutEnd, openGrid, typeAmounts, within } from "./typing.mjs";

const FRAME = 1000 / 60; // milliseconds

const server = await serve(env.DIST ?? "dist", "/");
const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
try {
  tell("", { frame: ["median", "95%", "of 100"], parts: ["script", "layout", "style"] });
  for (const view of ["Allocation", "Funding", "Indicators"]) tell(view, await measure((page) => openView(page, view)));
  tell("Allocation, while a worker draws", await measure(openBusy));
  tell("an empty page", await measure((page) => page.setContent("<input autofocus>")));
} finally {
  await browser.close();
  await server.close();
}
exit(0);

async function openView(page, view) {
  await page.goto(server.url);
  await openGrid(page, view);
}

/** Allocation, while a worker draws the reward a million times, again and again. */
async function openBusy(page) {
  await page.goto(server.url);
  await drawWithoutEnd(page);
  await openGrid(page, "Allocation");
}

async function measure(open) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(toured);
  await open(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  const work = async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    const seconds = (name) => metrics.find((metric) => metric.name === name).value;
    return ["ScriptDuration", "LayoutDuration", "RecalcStyleDuration"].map((name) => seconds(name) * 1000);
  };
  let start;
  const typed = await typeAmounts(page, async () => {
    start = await work();
  });
  const frames = typed.map(({ picture }) => picture);
  const end = await work();
  await page.close();
  const parts = end.map((total, part) => (total - start[part]) / frames.length);
  const inOne = frames.filter((frame) => frame <= FRAME).length;
  return { frame: [within(0.5, frames), within(0.95, frames), String(Math.round((100 * inOne) / frames.length))], parts };
}

function tell(what, { frame, parts }) {
  const column = (value) => (typeof value === "number" ? value.toFixed(1) : value).padStart(9);
  console.log(what.padEnd(34) + [...frame, ...parts].map(column).join(""));
}
