//! Delivery risks as hills: dragged, moved by keys, undone in one step; what a stretch is worth; chance in small counts.

import assert from "node:assert/strict";
import { test } from "node:test";
import { eventually, openPage } from "./harness.mjs";

const NAME = "New business registration rate";

async function openRisk(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Risk", exact: true }).click();
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  return page;
}

const point = (page, part) => page.getByRole("slider", { name: `${part} share of ${NAME}` });
const field = (page, part) => page.getByLabel(`${NAME}, ${part}`);
const now = (found) => found.getAttribute("aria-valuenow");
const undo = (page) => page.getByRole("button", { name: "Undo" }).click();

/** Where the middle of a point is on screen. */
async function middle(found) {
  const box = await found.boundingBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

test("a point of a hill is dragged, its field follows, and one Undo brings it back", async (t) => {
  const page = await openRisk(t);
  const [worst, typed] = [point(page, "Worst"), field(page, "worst")];
  await worst.scrollIntoViewIfNeeded();
  const before = await typed.inputValue();
  const hill = page.locator(".hill-of", { has: worst }).locator(".hill");
  const shape = await hill.getAttribute("d");
  const [x, y] = await middle(worst);
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (const step of [4, 8, 12, 16, 20]) await page.mouse.move(x - step, y + 1);
  // While it is held the picture and the field follow.
  await eventually(() => typed.inputValue(), (text) => text !== before);
  assert.notEqual(await hill.getAttribute("d"), shape);
  await page.mouse.up();
  const after = await typed.inputValue();
  assert.ok(Number(after) < Number(before), `${after} after ${before}`);
  assert.equal(await now(worst), after);
  await undo(page);
  await eventually(() => typed.inputValue(), (text) => text === before);
  assert.equal(await now(worst), before);
});

test("a click beside the middle of a point moves nothing and is no step", async (t) => {
  const page = await openRisk(t);
  const worst = point(page, "Worst");
  await worst.scrollIntoViewIfNeeded();
  const before = await now(worst);
  const [x, y] = await middle(worst);
  await page.mouse.click(x - 3, y + 1);
  await eventually(
    () => page.evaluate(() => document.activeElement.getAttribute("aria-label")),
    (label) => label === `Worst share of ${NAME}`,
  );
  assert.equal(await now(worst), before);
  assert.ok(await page.getByRole("button", { name: "Undo" }).isDisabled());
});

test("a point stops at its neighbour", async (t) => {
  const page = await openRisk(t);
  const [worst, likely] = [point(page, "Worst"), point(page, "Likely")];
  await worst.scrollIntoViewIfNeeded();
  const [x, y] = await middle(worst);
  const [far] = await middle(point(page, "Best"));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move((x + far) / 2, y);
  await page.mouse.move(far, y);
  await page.mouse.up();
  await eventually(
    async () => [await now(worst), await now(likely)],
    ([worst, likely]) => worst === likely,
  );
});

test("a point is moved by keys, and what a key held down did is one step", async (t) => {
  const page = await openRisk(t);
  const [likely, typed] = [point(page, "Likely"), field(page, "likely")];
  const before = Number(await typed.inputValue());
  await likely.focus();
  await page.keyboard.down("ArrowLeft");
  await page.keyboard.down("ArrowLeft");
  await page.keyboard.down("ArrowLeft");
  await page.keyboard.up("ArrowLeft");
  await eventually(() => typed.inputValue(), (text) => Number(text) === before - 3);
  await page.keyboard.press("PageUp");
  await eventually(() => now(likely), (text) => Number(text) === before + 7);
  await page.keyboard.press("End");
  const best = await now(point(page, "Best"));
  await eventually(() => now(likely), (text) => text === best);
  await undo(page);
  await undo(page);
  await eventually(() => now(likely), (text) => Number(text) === before - 3);
  await undo(page);
  await eventually(() => now(likely), (text) => Number(text) === before);
});

test("the focus stays on a point that is moved by keys", async (t) => {
  const page = await openRisk(t);
  const best = point(page, "Best");
  await best.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await eventually(
    () => page.evaluate(() => document.activeElement.getAttribute("aria-label")),
    (label) => label === `Best share of ${NAME}`,
  );
});

test("what a stretch is worth is drawn for the chosen indicator, the safe one marked", async (t) => {
  const page = await openRisk(t);
  const card = page.locator("section", { has: page.getByRole("heading", { name: /What a stretch is worth/ }) });
  await card.getByLabel("Of", { exact: true }).selectOption(NAME);
  await card.getByText(new RegExp(`^${NAME}: with the target of`)).waitFor();
  assert.equal(await card.locator("circle.dot").count(), 2);
  await card.getByText("The numbers").click();
  await card.getByRole("rowheader", { name: /\(safe\)/ }).waitFor();
  await card.getByRole("rowheader", { name: /\(in force\)/ }).waitFor();
});

test("chance in a small count is typed, moves the odds, and Undo takes it back", async (t) => {
  const page = await openRisk(t);
  const says = page.getByText(/^Nine times in ten at least/);
  const before = await says.innerText();
  await page.getByText("Chance in small counts").click();
  const noise = page.getByLabel(`Chance in ${NAME}`);
  await noise.fill("4");
  await noise.press("Enter");
  await eventually(() => says.innerText(), (text) => text !== before);
  await undo(page);
  await eventually(() => says.innerText(), (text) => text === before);
});
