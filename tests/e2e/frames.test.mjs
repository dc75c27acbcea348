//! The frame that follows a key shows all that the key changes: nothing of it is left for a later one.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./harness.mjs";
import { drawWithoutEnd, openGrid } from "./typing.mjs";

// What each view works out of what is typed, but for what workers add to it.
const VIEWS = {
  Allocation: ".scenarios, .say, .grid tr, .left, .side svg",
  Funding: ".scenarios, .say, .grid tr",
  Indicators: ".scenarios, .say, .opened .grid tr, .opened .indicator-figures, .opened .main svg .line",
};
const DIGITS = "987654";

for (const [view, parts] of Object.entries(VIEWS)) {
  test(`on ${view} the frame after a key shows its picture`, async (t) => {
    const page = await openPage(t);
    await openGrid(page, view);
    await typeInFrames(page, parts);
  });
}

test("so it does while a worker draws on and on", async (t) => {
  const page = await openPage(t);
  await drawWithoutEnd(page);
  await openGrid(page, "Allocation");
  await typeInFrames(page, VIEWS.Allocation);
  await page.getByRole("link", { name: "Risk", exact: true }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).waitFor();
});

/** Types digits; each has changed all that it changes when the browser is about to draw the next frame. */
async function typeInFrames(page, parts) {
  await page.evaluate((parts) => {
    window.picture = () => [...document.querySelectorAll(parts)].map((part) => part.outerHTML);
    document.addEventListener(
      "keydown",
      () => requestAnimationFrame(() => (window.next = window.picture())),
      true,
    );
  }, parts);
  await page.waitForTimeout(500); // what was on its way when the view opened has come
  for (const digit of DIGITS) {
    const before = await page.evaluate(() => window.picture());
    await page.keyboard.press(digit);
    await page.waitForTimeout(200); // ten frames, for all that might come late
    const [next, later] = await page.evaluate(() => [window.next, window.picture()]);
    assert.notDeepEqual(next, before, `${digit} changes the picture`);
    assert.deepEqual(next, later, `nothing that ${digit} changes comes later`);
  }
}
