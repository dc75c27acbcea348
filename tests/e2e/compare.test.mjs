//! Two sides of a negotiation, each in a browser of its own, exchange links until both see the same figures.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, cell, openPage, screenshot, typeInto, value } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();
const code = async (page) => (await page.locator(".header > button.code").innerText()).match(/\S+$/)[0];
const total = (page) => page.locator(".scenarios .on b").innerText();
const names = (page) => page.locator(".scenarios .name").allInnerTexts();
const moved = (page) => page.getByRole("heading", { name: /What they moved/ });

async function copyLink(page) {
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.getByLabel("The link", { exact: true }).inputValue();
  await page.keyboard.press("Escape");
  return link;
}

async function paste(page, text) {
  await page.getByRole("button", { name: "Paste a link or code" }).click();
  await page.getByLabel("A link, the mail that it came in, or a scenario code").fill(text);
  await page.getByRole("button", { name: "Open or compare" }).click();
}

/** Moves pounds of 2006/07 from one outcome to another in the open scenario. */
async function move(page, from, to, pounds) {
  await open(page, "Allocation");
  for (const [outcome, by] of [
    [from, -pounds],
    [to, pounds],
  ]) {
    const found = cell(page, `${outcome}, 2006/07`);
    const now = Number((await value(found)).replaceAll(",", ""));
    await typeInto(page, found, String(now + by));
    await page.keyboard.press("Enter");
  }
}

const ATTENDANCE = "Better school attendance and behaviour";
const FALLS = "Fewer falls and emergency admissions of older people";
const SMOKING = "Fewer people smoking";
const PREGNANCY = "Fewer teenage pregnancies";
const TRAINING = "Young people in education, employment or training";
const START = "A good start for children under five";

/** Pounds as a table shows them: "−£12k", "+£1.01m", "£0". */
function pounds(text) {
  const [, sign, sum, unit] = text.match(/([−+]?)£([\d,.]+)([mk]?)/);
  const scale = { m: 1_000_000, k: 1_000, "": 1 }[unit];
  return (sign === "−" ? -1 : 1) * Number(sum.replaceAll(",", "")) * scale;
}

/** The moves that the Government Office answers with, round by round. */
const ROUNDS = [
  [ATTENDANCE, FALLS, 100_000, TRAINING, START, 20_000],
  [PREGNANCY, SMOKING, 30_000, TRAINING, START, 10_000],
  [FALLS, SMOKING, 15_000, TRAINING, START, 25_000],
];

test("three rounds between two browsers end on the same code, and private scenarios stay at home", async (t) => {
  const council = await openPage(t, { width: 1440, height: 900 });
  const government = await openPage(t, { width: 1440, height: 900 });

  // The council offers its single pot; the ring-fenced blocks and a draft stay at home.
  await council.getByRole("button", { name: "+ New scenario" }).click();
  await move(council, PREGNANCY, ATTENDANCE, 31_000);
  const secret = await code(council);
  await council.locator(".scenario").filter({ hasText: "Single pot" }).click();
  await paste(government, await copyLink(council));
  await government.getByText(/Its figures are here already/).waitFor();
  await government.locator(".scenario").filter({ hasText: "Single pot" }).click();

  let agreed;
  for (const [round, [from, to, pounds, second, third, fewer]] of ROUNDS.entries()) {
    // The Government Office answers with a draft of its own.
    await government.getByRole("button", { name: "+ New scenario" }).click();
    await move(government, from, to, pounds);
    await move(government, second, third, fewer);
    const own = (await names(government)).at(-1);
    const answered = await total(government);
    const answer = await copyLink(government);

    // The council sees what moved and takes one line of it.
    await paste(council, answer);
    await moved(council).waitFor();
    assert.equal(await total(council), answered);
    await adds(council);
    if (round === 0) {
      await screenshot(council, "compare-received", { fullPage: true });
      await assertAccessible(council);
    }
    for (const summary of await council.locator(".differences summary").all()) await summary.click();
    const line = council.getByRole("button", { name: new RegExp(`^Take: .*£${fewer / 1000}k`) });
    await line.last().click();
    await council.getByText(/^Counter-offer.* earns £/).waitFor();
    await council.getByRole("button", { name: "Open the counter-offer" }).click();
    agreed = await code(council);
    const counter = await copyLink(council);

    // The Government Office takes all of it: both see the same figures.
    await government.locator(".scenario").filter({ hasText: own }).first().click();
    await paste(government, counter);
    await moved(government).waitFor();
    await adds(government);
    await government.getByRole("button", { name: "Take all" }).click();
    await government.getByRole("button", { name: "Open the counter-offer" }).click();
    assert.equal(await code(government), agreed, `round ${round + 1}`);
  }

  // Read out and typed on the other side.
  await open(council, "Compare");
  await council.getByLabel("Type the code that they read out").fill(`scenario code ${agreed.toLowerCase()}`);
  await council.getByText(/The same: .* is the code of “Counter-offer/).waitFor();
  for (const [page, has] of [
    [council, true],
    [government, false],
  ]) {
    await page.locator(".header > button.code").click();
    const codes = await page.getByRole("dialog", { name: "Scenario code" }).innerText();
    assert.equal(codes.includes(secret), has, "the council's draft stays with the council");
  }
});

/** The shares of the differences on show add up to the difference, each in three figures. */
async function adds(page) {
  const shares = await page.locator(".differences tbody:not(.all) td.share b").allInnerTexts();
  const sum = pounds(await page.locator(".differences .all td.share").innerText());
  const parts = shares.map(pounds).reduce((one, other) => one + other, 0);
  assert.ok(Math.abs(parts - sum) <= 1_500, `shares of ${parts} make ${sum}`);
}

test("a fact that is not agreed comes first, with whose figure it is and its worth, and can be taken", async (t) => {
  const council = await openPage(t, { width: 1440, height: 900 });
  const government = await openPage(t, { width: 1440, height: 900 });
  await open(government, "Agreement");
  await government.getByLabel("Net budget requirement, a year").fill("100,000,000");
  await government.keyboard.press("Enter");
  const link = await copyLink(government);
  const mine = await total(council);
  await paste(council, link);
  await council.getByText("Facts that are not agreed").waitFor();
  await council.getByText(/settle the facts first/).first().waitFor();
  assert.equal(await total(council), mine, "nothing of the council's has changed");
  await council.getByText("No odds of one against the other while their facts differ").waitFor();
  await council.getByRole("button", { name: /^Take: .*[Nn]et budget/ }).first().click();
  assert.notEqual(await total(council), mine);
  // On the same facts both are one scenario, under the council's risks.
  await council.getByText("It is certain that Single pot (theirs) and Single pot earn the same.").waitFor();
  await council.getByRole("button", { name: "Undo" }).click();
  assert.equal(await total(council), mine);
});

test("an agreed scenario is locked until it is unlocked on purpose", async (t) => {
  const page = await openPage(t, { width: 1440, height: 900 });
  await open(page, "Compare");
  await page.getByText("Note on Single pot").click();
  await page.getByLabel("Single pot is").selectOption("Agreed");
  await page.getByText("its figures are locked").waitFor();
  await open(page, "Allocation");
  const found = cell(page, `${ATTENDANCE}, 2006/07`);
  const before = await value(found);
  await typeInto(page, found, "5");
  await page.keyboard.press("Enter");
  await page.getByText("is agreed and locked").first().waitFor();
  assert.equal(await value(found), before);
  await open(page, "Compare");
  await page.getByText("Note on Single pot").click();
  await page.getByLabel("Single pot is").selectOption("Draft");
  await open(page, "Allocation");
  await typeInto(page, found, "5");
  await page.keyboard.press("Enter");
  assert.equal(await value(found), "5");
});

for (const width of [1440, 768, 320]) {
  test(`Compare at ${width} pixels: nothing overflows and axe finds nothing`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    await open(page, "Compare");
    await page.getByText("All of it").waitFor();
    await screenshot(page, `compare-${width}`, { fullPage: true });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(overflow, 0, "the page scrolls sideways");
    await assertAccessible(page);
  });
}
