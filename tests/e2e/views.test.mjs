//! Every view of every sample, at three widths: nothing breaks, nothing overflows, axe finds nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

const VIEWS = [
  "Position",
  "Funding",
  "Allocation",
  "Best use",
  "Pump-priming",
  "Goal seek",
  "Indicators",
  "Reward",
  "Risk",
  "Report",
  "Agreement",
];
const SAMPLES = ["An illustrative borough", "Bath & North East Somerset", "Telford & Wrekin", "Shropshire"];

async function openSample(page, title) {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: `Open the sample ${title}` }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(title) }).waitFor();
}

async function assertFits(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where} scrolls sideways by ${over} pixels`);
}

for (const width of [1440, 768, 320]) {
  for (const sample of SAMPLES) {
    test(`${sample} at ${width} pixels`, async (t) => {
      const page = await openPage(t, { width, height: 900 });
      if (sample !== SAMPLES[0]) await openSample(page, sample);
      for (const view of VIEWS) {
        await page.getByRole("link", { name: view, exact: true }).click();
        await page.locator("main .say, main h2").first().waitFor();
        await assertFits(page, `${view} of ${sample}`);
        if (sample === SAMPLES[0]) {
          await screenshot(page, `${view.toLowerCase()}-${width}`, { fullPage: true });
          if (width !== 768) await assertAccessible(page);
        }
      }
    });
  }
}

test("an agreement with everything removed still says what to do in every view", async (t) => {
  const page = await openPage(t);
  await openSample(page, "Shropshire");
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  for (let blocks = await page.getByRole("button", { name: /^Remove (the block )?/ }).count(); blocks > 0; blocks -= 1) {
    const button = page.getByRole("button", { name: /^Remove (the block )?/ }).first();
    if ((await button.count()) === 0) break;
    await button.click();
  }
  for (const view of VIEWS) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.locator("main .say, main h2").first().waitFor();
    await assertFits(page, view);
  }
});
