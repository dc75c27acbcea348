//! What somebody has begun to type, has unfolded, has picked or has the keyboard on: it stays where it is while the
//! figures around it change, and goes with its owner.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, drawSlowly, eventually, openPage } from "./harness.mjs";

const open = (page, name) => page.getByRole("link", { name, exact: true }).click();
const scenario = (page, name) => page.locator(".scenario").filter({ hasText: name }).click();
const focused = (found) => found.evaluate((element) => element === document.activeElement);

/** Allocation in a meeting, and the field of its first figure, which has the keyboard. */
async function openMeeting(t) {
  const page = await openPage(t, { width: 1440 });
  await page.getByRole("button", { name: "Help" }).click();
  await page.getByRole("button", { name: "Begin a meeting" }).click();
  await open(page, "Allocation");
  const figure = cell(page, "Young people in education, employment or training, 2006/07");
  await figure.click();
  const field = figure.locator("input");
  assert.equal(await field.inputValue(), "2,460,000");
  return { page, field };
}

test("a target is typed key by key, though its worth comes to stand beside it with the first", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Reward");
  const field = page.getByLabel("Target of Under 18 conception rate");
  const mark = await field.elementHandle();
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("46.5", { delay: 40 });
  assert.equal(await mark.inputValue(), "46.5");
  assert.ok(await focused(mark), "the keyboard is still in the field");
  await page.getByText("agreed 45.6; ").waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("agreed 45.6; ").waitFor({ state: "detached" });
});

test("a list shows what holds after an undo and in another scenario, whatever was picked in it before", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Allocation");
  const list = page.getByLabel("Set-up");
  const shown = () => list.evaluate((list) => list.selectedOptions[0].text);
  const first = await shown();
  await list.selectOption("Ring-fenced blocks");
  await list.selectOption(first);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Redo" }).and(page.locator('[aria-disabled="false"]')).waitFor();
  assert.equal(await shown(), "Ring-fenced blocks");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Undo" }).and(page.locator('[aria-disabled="true"]')).waitFor();
  assert.equal(await shown(), first);
  await scenario(page, "Ring-fenced blocks");
  await page.locator(".scenario[aria-current]").filter({ hasText: "Ring-fenced blocks" }).waitFor();
  assert.equal(await shown(), "Ring-fenced blocks");
});

test("what cannot be read goes with the scenario that it was typed into", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Allocation");
  const figure = cell(page, "Fewer teenage pregnancies, 2006/07");
  await figure.click();
  await page.keyboard.type("abc");
  await page.getByRole("heading", { name: "What is left" }).click();
  assert.equal(await figure.locator("input").inputValue(), "abc", "it stays to be mended");
  await scenario(page, "Ring-fenced blocks");
  await figure.locator("input").waitFor({ state: "detached" });
  assert.match(await figure.locator(".value").innerText(), /^[\d,]+$/);
  await scenario(page, "Single pot");
  await page.locator(".scenario[aria-current]").filter({ hasText: "Single pot" }).waitFor();
  assert.equal(await figure.locator("input").count(), 0, "and is not there when one comes back");
});

test("a cell has the keyboard still when its figures become those of another scenario", async (t) => {
  const { page, field } = await openMeeting(t);
  await page.keyboard.press("Shift+PageDown");
  // What holds there now is selected, to be typed over.
  await eventually(() => page.evaluate(() => getSelection().toString()), (selected) => selected === "2,500,000");
  await page.keyboard.type("7");
  assert.equal(await field.inputValue(), "7");
});

test("what is typed as soon as another scenario's figure is there is not lost on a machine that draws slowly", async (t) => {
  const { page, field } = await openMeeting(t);
  const drawn = await drawSlowly(page);
  await page.keyboard.press("Shift+PageDown");
  await eventually(() => field.inputValue(), (value) => value === "2,500,000");
  await page.keyboard.press("7");
  await drawn();
  assert.equal(await field.inputValue(), "7");
});

test("Tab comes to a cell again that could not be typed into for a while", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Allocation");
  await page.getByRole("button", { name: "Pump-priming", exact: true }).click();
  await page.getByLabel("Split").selectOption("equally among outcomes");
  await page.getByLabel("Split").selectOption("as typed");
  const figure = cell(page, "Fewer teenage pregnancies, 2006/07");
  await figure.click();
  await page.keyboard.press("ControlOrMeta+z");
  await figure.waitFor({ state: "detached" });
  await page.keyboard.press("ControlOrMeta+y");
  await figure.waitFor();
  assert.equal(await figure.getAttribute("tabindex"), "0");
  assert.equal(await figure.locator("input").count(), 0);
});

test("what was begun in one workbook is not there in the next", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Best use");
  const limit = page.getByLabel("Move at most £");
  await limit.fill("123456");
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: /Bath/ }).click();
  await page.getByRole("heading", { level: 1, name: /Bath/ }).waitFor();
  assert.equal(await limit.inputValue(), "");
});

test("a list in a row keeps the keyboard when its choice adds or removes a picture below it", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Risk");
  const list = page.getByLabel("Delivery of Under 18 conception rate");
  const mark = await list.elementHandle();
  await list.focus();
  await list.selectOption("delivered as projected");
  await page.getByLabel("Under 18 conception rate, worst").waitFor({ state: "detached" });
  assert.ok(await focused(mark));
  await list.selectOption("a survey");
  await page.getByLabel("Under 18 conception rate, worst").waitFor();
  assert.ok(await focused(mark));
});

test("a block goes up step by step by keyboard", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Agreement");
  const names = () => page.locator(".entries.names").first().locator("input").evaluateAll((all) => all.map((one) => one.value));
  const before = await names();
  await page.getByRole("button", { name: `Move ${before[2]} up` }).focus();
  for (const place of [1, 0]) {
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      ([name, place]) => document.querySelectorAll(".entries.names")[0].querySelectorAll("input")[place].value === name,
      [before[2], place],
    );
  }
  assert.deepEqual(await names(), [before[2], before[0], before[1], ...before.slice(3)]);
  assert.ok(await focused(page.getByRole("button", { name: `Move ${before[2]} up` })), "at the top it keeps the keyboard");
});

test("lines that are unfolded stay so when a change above them is taken back", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await open(page, "Compare");
  // A row with lines of which another one stands above under the same heading.
  const rows = page.locator("table.differences tr:not(.block) + tr:has(details)");
  const says = await rows.last().locator("th").evaluate((head) => head.firstChild.textContent);
  await rows.last().locator("summary").click();
  await rows.last().locator("details li").first().waitFor();
  const above = rows.last().locator("xpath=preceding-sibling::tr[1]");
  await above.getByRole("button", { name: /^Revert: / }).last().click();
  await page.getByRole("button", { name: "Undo" }).and(page.locator('[aria-disabled="false"]')).waitFor();
  const unfolded = await page.locator("table.differences details[open]").evaluateAll((all) =>
    all.map((details) => details.closest("th").firstChild.textContent),
  );
  assert.deepEqual(unfolded, [says]);
});

test("a new agreement is begun beside the one on screen, and what is added to it is named at once", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Begin a new agreement" }).click();
  await page.getByRole("heading", { name: "This area, 2006–09: 4 blocks." }).waitFor();
  const added = async (button, field, name) => {
    await page.getByRole("button", { name: button }).click();
    await page.locator(`${field}:focus`).waitFor();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
  };
  await added("+ Add a partner", "input[id^='partner-']", "The council");
  await added("+ Add an outcome", "#outcome-name", "Fewer fires");
  await page.getByRole("grid").getByRole("button", { name: "Fewer fires" }).waitFor();
  await open(page, "Funding");
  await added("+ Add a stream", "#stream-name", "Fire grant");
  await page.getByRole("grid").getByRole("button", { name: "Fire grant" }).waitFor();
  await open(page, "Position");
  await page.getByText("the net budget requirement, which is not stated. Type it, or the most that can be earned").waitFor();
  await page.getByText("No delivery risk is stated").waitFor();
});

test("what is added is named at once, on a machine that draws slowly too", async (t) => {
  const page = await openPage(t, { hash: "#/agreement" });
  await page.getByRole("button", { name: "+ Add a partner" }).waitFor();
  // There is much to draw in this view, and each part of it comes so many milliseconds after the last.
  const drawn = await drawSlowly(page, 20);
  await page.getByRole("button", { name: "+ Add a partner" }).click();
  await page.locator("input[id^='partner-']:focus").waitFor();
  await drawn();
  await page.keyboard.type("The fire service");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Move The fire service up" }).waitFor();
});

test("the keyboard stands where another one is added once something is removed", async (t) => {
  const page = await openPage(t, { width: 1440 });
  for (const [view, thing, add] of [
    ["Agreement", "Remove Council", "+ Add a partner"],
    ["Funding", "Remove", "+ Add a stream"],
  ]) {
    await open(page, view);
    await page.getByRole("button", { name: thing, exact: true }).first().focus();
    await page.keyboard.press("Enter");
    const remove = page.getByRole("button", { name: "Remove it" });
    await remove.focus();
    await page.keyboard.press("Enter");
    await remove.waitFor({ state: "detached" });
    assert.ok(await focused(page.getByRole("button", { name: add })), add);
  }
});

test("views that follow each other within a frame show the last one, and figures that follow it", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await page.evaluate(() => {
    const [first, ...others] = [...document.querySelectorAll("nav a")];
    for (const link of [...others, first, others[2], first, others[2]]) link.click();
  });
  await page.getByRole("heading", { name: "What is left" }).waitFor();
  assert.equal(await page.locator("main").count(), 1);
  await cell(page, "Fewer teenage pregnancies, 2006/07").click();
  await page.keyboard.type("1");
  await page.getByText(/still to be placed/).first().waitFor();
});
