//! The journeys of an officer through the page, with their figures, as a person would walk them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, screenshot } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();
const total = (page) => page.locator(".scenarios .on b").innerText();
const field = (page, label) => page.getByRole("textbox", { name: label, exact: true });

async function openSample(page, title) {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: `Open the sample ${title}` }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(title) }).waitFor();
}

async function type(page, label, text) {
  await field(page, label).focus();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const BATH = "Bath & North East Somerset";
const INFORMATION = /satisfied with public transport information/;

async function openIndicator(page, name) {
  await open(page, "Indicators");
  await page.getByRole("button", { name }).first().click();
  await page.getByRole("grid", { name: "Values by year" }).waitFor();
}

test("journey 1: recorded 49 is exactly 60% and pays £17,890; 48 pays nothing; undo brings it back", async (t) => {
  const page = await openPage(t);
  await openSample(page, BATH);
  await open(page, "Reward");
  await page.getByText("£584,400").first().waitFor();
  await page.getByText("£17,890").first().waitFor();
  await openIndicator(page, INFORMATION);
  const recorded = page.getByRole("grid", { name: "Values by year" }).getByRole("textbox", { name: /^Recorded.*2005\/06/ });
  assert.equal(await recorded.inputValue(), "49");
  await recorded.focus();
  await page.keyboard.type("48");
  await page.keyboard.press("Enter");
  await open(page, "Position");
  await page.getByText("1 short of its cliff").first().waitFor();
  await open(page, "Reward");
  assert.equal(await page.getByText("£17,890").count(), 0, "it pays nothing");
  await page.getByText("£566,510").first().waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("£17,890").first().waitFor();
  await page.getByText("£584,400").first().waitFor();
});

test("journey 2: home care reached half of its stretch, counted from without and not from the baseline", async (t) => {
  const page = await openPage(t);
  await openSample(page, BATH);
  await openIndicator(page, /5\+ hours home care|receiving 5/);
  await page.getByText("524.4").first().waitFor();
  const stands = page.getByRole("table").filter({ hasText: "Share of the stretch" }).first();
  await stands.getByText("50%").waitFor();
  await page.getByRole("button", { name: /How is 50% worked out/ }).first().click();
  const dialog = page.getByRole("dialog");
  for (const figure of ["486", "550", "518", "444"]) {
    await dialog.getByText(figure).first().waitFor();
  }
  await dialog.getByText("70%").first().waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
});

test("journey 3: twelve targets of £298,163; dropping one makes the others £325,269", async (t) => {
  const page = await openPage(t);
  await openSample(page, BATH);
  await open(page, "Reward");
  await page.getByText("£298,163").first().waitFor();
  await page.getByRole("button", { name: /^Drop / }).first().click();
  await page.getByText("£325,269").first().waitFor();
  await page.getByRole("button", { name: /^Restore / }).first().click();
  await page.getByText("£298,163").first().waitFor();
});

test("journey 4: pump-priming follows the population", async (t) => {
  const page = await openPage(t);
  await open(page, "Agreement");
  for (const [people, grant] of [
    ["176912", "£926,912"],
    ["169163", "£919,163"],
  ]) {
    await type(page, "Population", people);
    await page.getByText(grant).first().waitFor();
  }
});

test("journey 7: lift a fence, move £100,000 across it, and send the result as a link", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await page.locator(".scenario").filter({ hasText: "Ring-fenced blocks" }).click();
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await open(page, "Allocation");
  await type(page, "Better school attendance and behaviour, 2006/07", "1,340,000");
  await type(page, "Fewer falls and emergency admissions of older people, 2006/07", "550,000");
  const [attendance, falls] = await Promise.all(
    ["Better school attendance and behaviour", "Fewer falls and emergency admissions of older people"].map((name) =>
      field(page, `${name}, 2006/07`).inputValue(),
    ),
  );
  assert.deepEqual([attendance, falls], ["1,340,000", "550,000"]);
});
