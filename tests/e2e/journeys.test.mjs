//! The journeys of an officer through the page, with their figures, as a person would walk them.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, openPage, screenshot, value } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();
const total = (page) => page.locator(".scenarios .on b").innerText();

async function openSample(page, title) {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: `Open the sample ${title}` }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(title) }).waitFor();
}

/** Types over a cell with real keys, the first of which opens its field, and presses Enter. */
async function type(page, label, text) {
  const found = cell(page, label);
  await found.focus();
  await page.keyboard.type(text[0]);
  await found.locator("input[data-draft]").waitFor();
  await page.keyboard.type(text.slice(1));
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
  const recorded = cell(page, "Recorded, 2005/06");
  assert.equal(await value(recorded), "49");
  await recorded.focus();
  await page.keyboard.type("48");
  await page.keyboard.press("Enter");
  await open(page, "Position");
  await page.getByText("1 short of its cliff").first().waitFor();
  await open(page, "Reward");
  // £584,400 less £17,890: it pays nothing now.
  await page.getByText("£566,510").first().waitFor();
  await page.keyboard.press("Control+z");
  await page.getByText("£17,890").first().waitFor();
  await page.getByText("£584,400").first().waitFor();
});

test("journey 2: home care reached half of its stretch, counted from without and not from the baseline", async (t) => {
  const page = await openPage(t);
  await openSample(page, BATH);
  await openIndicator(page, /5\+ hours home care|receiving 5/);
  await page.getByRole("cell", { name: /524\.4/ }).first().waitFor();
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
    await page.getByLabel("Population", { exact: true }).fill(people);
    await page.keyboard.press("Enter");
    await page.getByText(grant).first().waitFor();
  }
});

/** Leaves one of Bath's twelve outcomes in the reward, with one indicator, and £100 to earn. */
async function oneOutcomeOf100(page) {
  await openSample(page, BATH);
  await open(page, "Reward");
  await page.getByLabel("The most that can be earned").fill("100");
  await page.keyboard.press("Enter");
  const others = page.getByRole("button", { name: /^Drop (?!Improving cost-effectiveness)/ });
  for (let left = await others.count(); left > 0; left -= 1) await others.first().click();
  await page.getByText("1 outcome now carries £100, and").waitFor();
  await openIndicator(page, /Cost-effectiveness index/);
  await type(page, "Without, 2005/06", "0");
  await type(page, "With, 2005/06", "100");
  await page.getByLabel("Interim level", { exact: true }).fill("50");
  await page.keyboard.press("Enter");
}

test("journey 5: an interim level that is met pays a fifth on account, and what was not earned is repaid", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await oneOutcomeOf100(page);
  const paid = page.locator("section").filter({ has: page.getByRole("heading", { name: "When it is paid" }) });
  for (const [interim, final, payments, sentence] of [
    ["50", "100", [20, 40, 40], "Paid: £20 in 2005/06, £40 in 2006/07 and £40 in 2007/08."],
    ["50", "60", [20, 20, 20], "Paid: £20 in 2005/06, £20 in 2006/07 and £20 in 2007/08."],
    ["49", "60", [0, 30, 30], "Paid: £30 in 2006/07 and £30 in 2007/08."],
    ["50", "0", [20, -20, 0], "Paid: £20 in 2005/06. Repaid: £20 in 2006/07."],
  ]) {
    await type(page, "Recorded, 2004/05", interim);
    await type(page, "Recorded, 2005/06", final);
    await page
      .getByText(
        interim === "50"
          ? "Met: 50 is recorded for 2004/05, so £20 is paid on account."
          : "Not met: 49 is recorded for 2004/05, so nothing is paid on account.",
      )
      .waitFor();
    await open(page, "Reward");
    await paid.getByText(sentence).waitFor();
    const numbers = paid.getByRole("table");
    if (!(await numbers.isVisible())) await paid.getByText("The numbers").click();
    await numbers.locator("tbody tr").first().waitFor();
    const rows = await numbers.locator("tbody tr").allInnerTexts();
    const pounds = rows.map((row) => Number(row.split("\t").at(-1).replace("−", "-").replace("£", "")));
    assert.deepEqual(pounds, payments, `recorded ${interim}, then ${final}`);
    await screenshot(page, `journey-5-${interim}-${final}`);
    await openIndicator(page, /Cost-effectiveness index/);
  }
});

const ATTENDANCE = "Better school attendance and behaviour, 2006/07";
const FALLS = "Fewer falls and emergency admissions of older people, 2006/07";

/** Moves £100,000 of 2006/07 from school attendance to falls. */
async function move(page) {
  await open(page, "Allocation");
  for (const [label, by] of [
    [ATTENDANCE, -100_000],
    [FALLS, 100_000],
  ]) {
    const now = Number((await value(cell(page, label))).replaceAll(",", ""));
    await type(page, label, String(now + by));
  }
}

const code = (page) => page.locator(".header > button.code").innerText();

async function copyLink(page) {
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.getByLabel("The link", { exact: true }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

test("journey 7: lift a fence, move £100,000 across it, and send the result as a link", async (t) => {
  const page = await openPage(t, { width: 1440 });
  await page.locator(".scenario").filter({ hasText: "Ring-fenced blocks" }).click();
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await move(page);
  await page.getByText("has no stream that may pay it: the fence of Children and Young People holds £").first().waitFor();
  await open(page, "Funding");
  await page.getByLabel("Lifting the fence of Children and Young People").selectOption("granted");
  await open(page, "Position");
  await page.getByText("£169,100 more").waitFor();
  assert.equal(await page.locator("main .say").getByText("not affordable").count(), 0);
  await screenshot(page, "journey-7", { fullPage: true });
  const [mine, earned, link] = [await code(page), await total(page), await copyLink(page)];

  const other = await openPage(t, { hash: link.slice(link.indexOf("#")) });
  assert.equal(await code(other), mine);
  assert.equal(await total(other), earned);
  assert.equal(await other.locator(".scenario").count(), 1, "the other scenarios stay where they are");
  assert.equal(await other.getByText("Single pot", { exact: true }).count(), 0);

  await page.locator(".scenario").filter({ hasText: "Single pot" }).click();
  await open(page, "Allocation");
  await type(page, ATTENDANCE, "7");
  await page.locator(".scenario").filter({ hasText: "Scenario 1" }).click();
  assert.equal(await copyLink(page), link, "nothing of another scenario is in the link");
});
