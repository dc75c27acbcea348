//! One frame shows all that a key changes, and nothing of it is left for a later one: the frame that follows the key,
//! or the one after it on a machine that is too slow to work it out in the first.

import assert from "node:assert/strict";
import { test } from "node:test";
import { isDeepStrictEqual } from "node:util";
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
  test(`on ${view} one frame after a key shows its picture`, async (t) => {
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

/** Types digits; all that each changes has changed when the browser is about to draw one of the next frames. */
async function typeInFrames(page, parts) {
  await page.evaluate((parts) => {
    window.picture = () => [...document.querySelectorAll(parts)].map((part) => part.outerHTML);
    const FRAMES = 3; // what is done in a frame before it is looked at is seen in the one after
    const look = (left) =>
      requestAnimationFrame(() => {
        window.pictures.push(window.picture());
        if (left > 1) look(left - 1);
      });
    const begin = () => {
      window.pictures = [];
      look(FRAMES);
    };
    document.addEventListener("keydown", begin, true);
  }, parts);
  await page.waitForTimeout(500); // what was on its way when the view opened has come
  for (const digit of DIGITS) {
    const before = await page.evaluate(() => window.picture());
    await page.keyboard.press(digit);
    await page.waitForTimeout(200); // ten frames, for all that might come late
    const [pictures, later] = await page.evaluate(() => [window.pictures, window.picture()]);
    // How slow the machine is, only the first digit tells it.
    const frames = digit === DIGITS[0] ? pictures.slice(0, 1) : pictures;
    const changed = frames.find((frame) => !isDeepStrictEqual(frame, before));
    assert.ok(changed, `${digit} changes the picture`);
    assert.deepEqual(changed, later, `nothing that ${digit} changes comes later`);
  }
}
