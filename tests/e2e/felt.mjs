//! How fast does the page feel on a slow laptop? Opens the built page in a Chromium whose processor is slowed down
//! fourfold, as the largest sample: when its first picture is there, whether anything jumps after it, how long it
//! takes to another view, and from a key to the frame that shows it and to its picture.
//!
//! DIST names the page's folder, CHROME the browser. Prints the middle one of several tries beside what is wanted.

import { env, exit } from "node:process";
import { chromium } from "playwright-core";
import { FLAGS, findChromium } from "./browser.mjs";
import { serve } from "./server.mjs";
import { toured } from "./toured.mjs";
import { openGrid, typeAmounts, within } from "./typing.mjs";

const SLOWER = 4; // times
const OPENINGS = 7; // each in a profile of its own: nothing is cached
const ROUNDS = 5; // through all views
const EMPTY = "an empty page"; // with a field: what the browser takes by itself

const server = await serve(env.DIST ?? "dist", "/");
const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
try {
  console.log("".padEnd(36) + column("ms") + column("wanted"));
  const openings = [];
  for (let time = 0; time < OPENINGS; time++) openings.push(await open());
  tell("to the headline of Position", middle(openings.map(({ headline }) => headline)), "1000");
  tell("to a page that answers", middle(openings.map(({ answers }) => answers)), "");
  for (const [view, times] of await switching()) tell(`to ${view}`, middle(times), "100");
  for (const view of ["Allocation", "Funding", EMPTY]) {
    const typed = await typing(view);
    for (const [what, wanted] of [
      ["key", "16"],
      ["picture", ""],
    ]) {
      const times = typed.map((times) => times[what]);
      tell(`${what} in ${view}, the middle one`, middle(times), wanted);
      tell(`${what} in ${view}, 19 in 20`, within(0.95, times), wanted);
    }
  }
  const shift = Math.max(...openings.map(({ shift }) => shift));
  console.log(`What moves after the first picture, as layout shift: ${shift.toFixed(4)} at most; wanted: 0.`);
} finally {
  await browser.close();
  await server.close();
}
exit(0);

/** A page on a processor that has been slowed down. */
async function slow() {
  const profile = await browser.newContext({ viewport: { width: 1440, height: 900 }, serviceWorkers: "block" });
  const page = await profile.newPage();
  const session = await profile.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return page;
}

/** Opens the page once: milliseconds to the frames with its headline and with its controls, and what has shifted. */
async function open() {
  const page = await slow();
  await page.addInitScript(() => {
    window.shift = 0;
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) window.shift += value;
    }).observe({ type: "layout-shift", buffered: true });
    // The end of the frame that first has what a selector finds: the headline, and the views once the program drew them.
    const first = (selector, name) =>
      new MutationObserver((_, watch) => {
        if (!document.querySelector(selector)) return;
        watch.disconnect();
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            window[name] = performance.now();
          };
          port2.postMessage(null);
        });
      }).observe(document, { childList: true, subtree: true });
    first("main .say h2", "headline");
    first("nav a", "answers");
  });
  await page.goto(server.url);
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  await page.waitForLoadState("networkidle");
  const found = await page.evaluate(() => ({ headline: window.headline, answers: window.answers, shift: window.shift }));
  await page.context().close();
  return found;
}

/** Goes through all views: milliseconds from each click to the frame with the view. */
async function switching() {
  const page = await slow();
  await page.addInitScript(toured);
  await page.goto(server.url);
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  const views = await page.locator("nav a").allInnerTexts();
  const found = new Map(views.map((view) => [view, []]));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const view of views) {
      const link = page.getByRole("link", { name: view, exact: true });
      await page.evaluate(() => {
        // Before the page's own: it asks for frames too, and what it draws in the second is not waited for.
        window.addEventListener(
          "click",
          (event) => {
            window.shown = undefined;
            const shown = () => {
              window.shown ??= performance.now() - event.timeStamp;
            };
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel();
              // After this frame: a task, or the next frame where the browser draws that first.
              port1.onmessage = shown;
              port2.postMessage(null);
              requestAnimationFrame(shown);
            });
          },
          { once: true, capture: true },
        );
      });
      await link.click();
      await page.waitForTimeout(400);
      // The first round is for warming up.
      if (round > 0) found.get(view).push(await page.evaluate(() => window.shown));
    }
  }
  await page.context().close();
  return found;
}

/** Types into a view's grid, or into an empty page: milliseconds of each key and of its picture. */
async function typing(view) {
  const page = await slow();
  if (view === EMPTY) await openEmpty(page);
  else {
    await page.addInitScript(toured);
    await page.goto(server.url);
    await openGrid(page, view);
  }
  const typed = await typeAmounts(page);
  await page.context().close();
  return typed;
}

/** An empty page in the same state as ours: the pointer rests on the field, and Escape empties it. */
async function openEmpty(page) {
  await page.setContent("<input>");
  const field = page.locator("input");
  await field.evaluate((field) => {
    field.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") field.value = "";
    });
  });
  await field.click();
}

function middle(values) {
  return within(0.5, values);
}

function tell(what, value, wanted) {
  console.log(what.padEnd(36) + column(value.toFixed(0)) + column(wanted));
}

function column(text) {
  return text.padStart(9);
}
