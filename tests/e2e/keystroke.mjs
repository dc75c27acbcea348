//! How long does a keystroke take to its picture? Types into the real grid of the built page in Chromium.
//!
//! Prints a line of JSON for each view and sample: from the key to the end of the frame that shows what it changed,
//! and how long the page was at work for it, in milliseconds. DIST names the page's folder, CHROME the browser.

import { env, exit } from "node:process";
import { chromium } from "playwright-core";
import { findChromium } from "./browser.mjs";
import { FLAGS, DIST } from "./harness.mjs";
import { serve } from "./server.mjs";

const AMOUNTS = 24; // amounts typed over the first cell, digit after digit, of which the first four warm up
const PAUSE = 60; // milliseconds between keys, so that each has its frame to itself

const PLACES = [
  ["Allocation", "Pounds by outcome and year"],
  ["Funding", "Pounds by stream and year"],
];

const server = await serve(DIST, "/");
const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
try {
  for (const [view, grid] of PLACES) console.log(JSON.stringify({ view, ...(await measure(view, grid)) }));
} finally {
  await browser.close();
  await server.close();
}
exit(0);

async function measure(view, grid) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(server.url);
  await page.getByRole("link", { name: view }).click();
  await page.getByRole("grid", { name: grid }).locator("td.typed").first().click();
  const metrics = await page.context().newCDPSession(page);
  await metrics.send("Performance.enable");
  const work = async () => {
    const { metrics: all } = await metrics.send("Performance.getMetrics");
    return Object.fromEntries(all.map(({ name, value }) => [name, value * 1000]));
  };
  await page.evaluate(() => {
    document.addEventListener("keydown", (event) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => { window.frame = performance.now() - event.timeStamp; };
        port2.postMessage(null);
      });
    }, true);
  });
  const frames = [];
  const works = [];
  const parts = { ScriptDuration: 0, LayoutDuration: 0, RecalcStyleDuration: 0 };
  for (let round = 0; round < AMOUNTS; round++) {
    // As officers type: six digits, from £210,000 to £670,000.
    for (const digit of String(210_000 + 20_000 * round)) {
      const before = await work();
      await page.keyboard.press(digit);
      await page.waitForTimeout(PAUSE);
      const after = await work();
      if (round < 4) continue;
      frames.push(await page.evaluate(() => window.frame));
      works.push(after.TaskDuration - before.TaskDuration);
      for (const part in parts) parts[part] += after[part] - before[part];
    }
    await page.keyboard.press("Escape");
  }
  for (const part in parts) parts[part] = Math.round((parts[part] / frames.length) * 10) / 10;
  await page.close();
  return { frame: told(frames), work: told(works), parts };
}

function told(times) {
  times.sort((a, b) => a - b);
  const at = (share) => Math.round(times[Math.floor(times.length * share)] * 10) / 10;
  return { median: at(0.5), p95: at(0.95) };
}
