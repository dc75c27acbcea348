//! The odds: the same on both sides of the table, moved by what is typed, checked by a simulation.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

async function openRisk(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Risk", exact: true }).click();
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  return page;
}

const spread = (page) => page.getByText(/^Nine times in ten at least/).innerText();

test("two sides that open the same link with its risks see the same odds to the pound", async (t) => {
  const mine = await openRisk(t);
  await mine.getByRole("button", { name: "Copy link" }).click();
  await mine.getByRole("checkbox", { name: /risk/i }).check();
  const link = await mine.locator("dialog[open] textarea").first().inputValue();
  await mine.keyboard.press("Escape");
  const theirs = await openRisk(t, { hash: link.slice(link.indexOf("#")) });
  assert.equal(await spread(theirs), await spread(mine));
  const row = (page) => page.getByRole("row", { name: /^Single pot/ }).innerText();
  assert.equal(await row(theirs), await row(mine));
});

test("a risk that is typed moves the odds, and Undo brings them back", async (t) => {
  const page = await openRisk(t);
  const before = await spread(page);
  const field = page.getByLabel("New business registration rate, worst");
  await field.fill("0");
  await field.press("Enter");
  await page.waitForFunction((before) => !document.body.innerText.includes(before), before);
  await field.fill("140");
  await field.press("Enter");
  await page.getByText("The worst share is the lowest, the best the highest").waitFor();
  await field.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText(before).waitFor();
});

test("what is unfolded stays so, with the keyboard in it, when other figures are worked out", async (t) => {
  const page = await openRisk(t);
  const before = await spread(page);
  await page.getByRole("slider", { name: "Correlation" }).press("ArrowRight");
  await page.waitForFunction((before) => !document.body.innerText.includes(before), before);
  await page.locator("main .old").first().waitFor({ state: "detached" });
  const folded = page.getByText("How far each assumption moves the average");
  await folded.click();
  const moved = page.getByRole("table", { name: "The average reward with each assumption" });
  await moved.waitFor();
  const summary = await folded.elementHandle();
  await page.keyboard.press("ControlOrMeta+z");
  await page.getByText(before).waitFor();
  await page.locator("main .old").first().waitFor({ state: "detached" });
  assert.ok(await moved.isVisible());
  assert.ok(await summary.evaluate((summary) => summary === document.activeElement));
  await page.locator(".scenario").filter({ hasText: "Ring-fenced blocks" }).click();
  await page.getByText(before).waitFor({ state: "detached" });
  await page.locator("main .old").first().waitFor({ state: "detached" });
  assert.ok(await moved.isVisible());
});

test("without risks the page says that nothing is uncertain and offers starting values", async (t) => {
  const page = await openRisk(t);
  await page.getByLabel("Set all to").selectOption("delivered as projected");
  await page.getByText("No delivery risk is set").waitFor();
  await page.getByLabel("Set all to").selectOption("a survey");
  await page.getByText(/8 in 10 chance of at least/).waitFor();
});

test("the chance of at least a sum follows the slider, by keyboard too", async (t) => {
  const page = await openRisk(t);
  const slider = page.getByRole("slider", { name: /Chance of at least/ });
  const chance = () => page.locator("output").innerText();
  await slider.focus();
  await page.keyboard.press("Home");
  await page.waitForFunction(() => document.querySelector("output").innerText === "certain");
  await page.keyboard.press("End");
  await page.waitForFunction(() => document.querySelector("output").innerText !== "certain");
  assert.match(await chance(), /none|under 1%/);
});

for (const width of [1440, 768, 320]) {
  test(`Risk at ${width} pixels: nothing overflows and axe finds nothing`, async (t) => {
    const page = await openRisk(t, { width });
    await page.getByText("A safe stretch").waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await assertAccessible(page);
    await screenshot(page, `risk-${width}`, { fullPage: true });
  });
}
