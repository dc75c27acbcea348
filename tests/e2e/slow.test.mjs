//! On a machine that draws slowly the next thing is done before the last is on screen: neither takes the other back, and
//! nothing is done to what has come in its place.

import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSlowly, eventually, openPage } from "./harness.mjs";

const undo = (page) => page.getByRole("button", { name: "Undo" }).first();

async function openView(t, name) {
  const page = await openPage(t);
  await page.getByRole("link", { name, exact: true }).click();
  await page.locator(".views .on", { hasText: name }).waitFor();
  return page;
}

test("a scheme and a payment that are chosen at once are both rules", async (t) => {
  const page = await openView(t, "Reward");
  const lists = ["Scheme", "Payment"].map((label) => page.getByLabel(label, { exact: true }));
  await lists[0].waitFor();
  const drawn = await drawSlowly(page, 100);
  const chosen = [];
  for (const list of lists) {
    const other = await list.evaluate((list) => [...list.options].find((option) => !option.selected).label);
    await list.selectOption(other);
    chosen.push(other);
  }
  await drawn();
  const stand = await Promise.all(lists.map((list) => list.evaluate((list) => list.selectedOptions[0].label)));
  assert.deepEqual(stand, chosen);
});

test("two shares of a delivery risk that are typed at once both stand", async (t) => {
  const page = await openView(t, "Risk");
  const part = (name) => page.getByLabel(`New business registration rate, ${name}`);
  await part("worst").waitFor();
  const drawn = await drawSlowly(page, 20);
  const fields = await Promise.all([part("worst"), part("best")].map((field) => field.elementHandle()));
  await page.evaluate((fields) => {
    for (const [at, text] of ["11", "144"].entries()) {
      fields[at].focus();
      fields[at].value = text;
      fields[at].dispatchEvent(new InputEvent("input", { bubbles: true }));
      fields[at].blur();
    }
  }, fields);
  await drawn();
  assert.deepEqual([await part("worst").inputValue(), await part("best").inputValue()], ["11", "144"]);
});

test("another share of a freedom takes the place of the one before, however fast it is typed", async (t) => {
  const page = await openView(t, "Funding");
  const freedom = page.getByRole("region", { name: "Freedoms" });
  await freedom.getByLabel("Carrying over into the next year").selectOption("granted");
  const share = freedom.getByLabel("Up to this share of a year's amount").first();
  await share.waitFor();
  const drawn = await drawSlowly(page, 150);
  for (const typed of ["10", "3"]) {
    await share.fill(typed);
    await page.keyboard.press("Enter");
  }
  await drawn();
  assert.equal(await share.inputValue(), "3");
  // One undo leads to the one before, and another to that which was asked for first.
  await undo(page).click();
  await eventually(() => share.inputValue(), (now) => now === "10");
  await undo(page).click();
  await eventually(() => share.inputValue(), (now) => now === "5");
});

test("a second click on Remove removes nothing that has come in its place", async (t) => {
  const page = await openView(t, "Agreement");
  const notes = page.getByRole("region", { name: "Notes" });
  const count = () => notes.getByRole("listitem").count();
  await notes.getByRole("button", { name: /^Edit the note/ }).first().click();
  await page.locator("#note-text:focus").waitFor();
  const before = await count();
  const drawn = await drawSlowly(page, 20);
  await notes.getByRole("button", { name: "Remove the note" }).evaluate((button) => { button.click(); button.click(); });
  await drawn();
  await eventually(count, (now) => now < before);
  await undo(page).click();
  await eventually(count, (now) => now === before);
});
