//! For a room: help with the keys, the tour, and the mode for meetings.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, cell, eventually, openPage, screenshot } from "./harness.mjs";

async function help(page) {
  await page.getByRole("button", { name: "Help" }).click();
  return page.getByRole("dialog", { name: "Help" });
}

const view = (page) => page.locator(".views .on").innerText();
const open = (page) => page.locator(".scenarios .on .name").innerText();
const type = (page) => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

for (const width of [1440, 768, 320]) {
  test(`the tour stops five times, can be skipped and found again, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    await (await help(page)).getByRole("button", { name: "Show me round" }).click();
    const tour = page.getByRole("complementary", { name: "A short tour" });
    const seen = [];
    for (let stop = 1; stop <= 5; stop += 1) {
      await tour.getByText(`${stop} of 5`).waitFor();
      seen.push(await view(page));
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${over} pixels too wide`);
      if (stop === 2) {
        await assertAccessible(page);
        await screenshot(page, `tour-${width}`);
      }
      await tour.getByRole("button", { name: stop < 5 ? "Next" : "Done" }).click();
    }
    await tour.waitFor({ state: "detached" });
    assert.deepEqual(seen, ["Position", "Allocation", "Funding", "Risk", "Compare"]);
    await (await help(page)).getByRole("button", { name: "Show me round" }).click();
    await tour.getByRole("button", { name: "Skip the rest" }).click();
    await tour.waitFor({ state: "detached" });
  });

  test(`on a first visit the tour begins by itself, once, and moves nothing, at ${width} pixels`, async (t) => {
    const before = (page) =>
      page.addInitScript(() => {
        window.shift = 0;
        const add = (list) => list.getEntries().forEach(({ value }) => (window.shift += value));
        new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
      });
    const page = await openPage(t, { width, height: 900, first: true, before });
    const tour = page.getByRole("complementary", { name: "A short tour" });
    await tour.getByText("1 of 5").waitFor();
    await page.getByText(/8 in 10 chance of at least/).waitFor();
    await page.getByText(/At its best the same money earns/).waitFor();
    assert.equal(await page.evaluate(() => window.shift), 0);
    await screenshot(page, `first-visit-${width}`);
    await tour.getByRole("button", { name: "Skip the rest" }).click();
    await page.reload();
    await page.getByText(/8 in 10 chance of at least/).waitFor();
    assert.equal(await tour.count(), 0);
  });

  test(`in a meeting type is large and keys step through views and scenarios, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    const [usual, first] = [await type(page), await open(page)];
    await page.keyboard.press("PageDown");
    assert.equal(await view(page), "Position", "outside of a meeting the key scrolls");
    const dialog = await help(page);
    await assertAccessible(page);
    await screenshot(page, `help-${width}`);
    await dialog.getByRole("button", { name: "Begin a meeting" }).click();
    assert.ok((await type(page)) > 1.3 * usual);
    await page.keyboard.press("PageDown");
    await eventually(() => view(page), (shown) => shown === "Compare");
    await page.keyboard.press("PageUp");
    await eventually(() => view(page), (shown) => shown === "Position");
    await page.keyboard.press("Shift+PageDown");
    await eventually(() => open(page), (shown) => shown !== first);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await assertAccessible(page);
    await screenshot(page, `meeting-${width}`);
    await page.getByRole("button", { name: "End the meeting" }).click();
    assert.equal(await type(page), usual);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "Help", "where it was begun");
  });
}

/** The names of the animations that run; a button's change of colour is none. */
const flashing = (page) =>
  page.evaluate(() => {
    const running = document.getAnimations().filter(({ playState }) => playState === "running");
    return running.flatMap(({ animationName }) => animationName ?? []);
  });

test("a reward that changes flashes in a meeting, and not for who wants no motion", async (t) => {
  for (const [reducedMotion, flashes] of [["no-preference", true], ["reduce", false]]) {
    const page = await openPage(t, { context: { reducedMotion } });
    // As long as a flash takes after the figures came.
    await page.waitForTimeout(1700);
    await (await help(page)).getByRole("button", { name: "Begin a meeting" }).click();
    await page.getByRole("button", { name: "End the meeting" }).waitFor();
    assert.deepEqual(await flashing(page), [], "nothing has changed yet");
    await page.getByRole("link", { name: "Allocation" }).click();
    await page.evaluate(() => {
      window.flashes = [];
      document.addEventListener("animationstart", (event) => window.flashes.push(event.animationName));
    });
    const before = await page.locator(".scenarios .on b").innerText();
    await cell(page, "Fewer teenage pregnancies, 2006/07").focus();
    await page.keyboard.type("0");
    await eventually(() => page.locator(".scenarios .on b").innerText(), (reward) => reward !== before);
    if (flashes) await page.waitForFunction(() => window.flashes.includes("changed"));
    if (flashes) assert.deepEqual(await flashing(page), ["changed"], "of the scenario that changed alone");
    else assert.deepEqual(await page.evaluate(() => window.flashes), []);
  }
});

test("the tour does not begin by itself where the address asks for something", async (t) => {
  const page = await openPage(t, { first: true, hash: "#/funding" });
  await page.getByRole("grid").first().waitFor();
  assert.equal(await page.getByRole("complementary", { name: "A short tour" }).count(), 0);
});
