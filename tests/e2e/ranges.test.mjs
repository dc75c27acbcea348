//! Ranges: payments and shares on Reward, the fan of an opened indicator, one side against the other on Compare.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, eventually, openPage, screenshot } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();
const RANGE = /£[\d.]+[km]? to £[\d.]+[km]?/;

async function withoutRisks(page) {
  await open(page, "Risk");
  await page.getByLabel("Set all to").selectOption("delivered as projected");
  await page.getByText("No delivery risk is set").waitFor();
}

test("Reward says between what payments and shares lie, and nothing of it without risks", async (t) => {
  const page = await openPage(t);
  await open(page, "Reward");
  await page.getByText(/Eight times in ten:/).waitFor();
  const shares = page.locator(".reward-partners small.range");
  await shares.nth(3).waitFor();
  assert.match(await shares.first().innerText(), RANGE);
  await withoutRisks(page);
  await open(page, "Reward");
  await page.getByText(/^Paid: /).waitFor();
  assert.equal(await page.getByText(/Eight times in ten/).count(), 0);
  assert.equal(await shares.count(), 0);
});

test("a range follows a target that is typed over", async (t) => {
  const page = await openPage(t);
  await open(page, "Reward");
  const whole = page.locator(".reward-partners tfoot small.range").last();
  const before = await whole.innerText();
  const target = page.getByLabel(/^Target of /).first();
  const now = Number((await target.inputValue()).replaceAll(",", ""));
  await target.fill(String(now + 1));
  await target.press("Enter");
  await eventually(
    async () => ((await whole.count()) > 0 ? whole.innerText() : before),
    (text) => text !== before && RANGE.test(text),
  );
});

test("an opened indicator has its fan in the picture, the sentence and the table", async (t) => {
  const page = await openPage(t);
  await open(page, "Indicators");
  await page.getByRole("button", { name: /^New business registration rate/ }).first().click();
  const figure = page.locator(".opened figure.figure").first();
  await figure.getByText(/8 times in 10 it ends between/).waitFor();
  assert.equal(await figure.locator(".fan").count(), 2);
  await figure.getByText("The numbers").click();
  await figure.getByRole("columnheader", { name: "8 times in 10" }).waitFor();
  await figure.getByRole("columnheader", { name: "1 time in 2" }).waitFor();
  await assertAccessible(page);
  await screenshot(page, "fan-1440", { fullPage: true });
});

test("Compare says the chance that one side beats the other where there are risks", async (t) => {
  const page = await openPage(t);
  await open(page, "Compare");
  const says = page.getByText(/chance that .+ earns more than .+ The difference: 8 times in 10 between .+, on average/);
  await says.waitFor();
  await assertAccessible(page);
  await screenshot(page, "compare-odds-1440", { fullPage: true });
  await withoutRisks(page);
  await open(page, "Compare");
  await page.getByRole("heading", { name: "Side by side" }).waitFor();
  assert.equal(await says.count(), 0);
});

for (const width of [1440, 768, 320]) {
  test(`Reward with ranges at ${width} pixels: nothing overflows and axe finds nothing`, async (t) => {
    const page = await openPage(t, { width });
    await open(page, "Reward");
    await page.locator(".reward-partners small.range").first().waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await assertAccessible(page);
    await screenshot(page, `reward-ranges-${width}`, { fullPage: true });
  });
}
