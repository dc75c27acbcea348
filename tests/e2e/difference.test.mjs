//! The difference between two scenarios in the same world, as a picture with its numbers, on Risk and on Compare.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, assertFits, openPage, screenshot } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();
const drawn = (page) => page.getByRole("figure", { name: /^What .+ earns more or less than / });
const SUMMARY = /^9 times in 10 at least [+−]?\u2060?£[\d.,]+[km]?, 9 times in 10 at most [+−]?\u2060?£[\d.,]+[km]?; the middle is /;

/** The picture's table, opened. */
async function numbers(figure) {
  await figure.getByText("The numbers").click();
  // They are made when they are asked for.
  await figure.getByRole("row").first().waitFor();
  const rows = await figure.getByRole("row").allInnerTexts();
  return rows.map((row) => row.split("\t"));
}

const percent = (text) => (text.endsWith("%") ? Number(text.slice(0, -1)) : 0);

for (const view of ["Risk", "Compare"]) {
  for (const width of [1440, 768, 320]) {
    test(`${view} at ${width} pixels draws the difference, with its numbers as a table that axe finds no fault in`, async (t) => {
      const page = await openPage(t, { width });
      await open(page, view);
      const figure = drawn(page).first();
      await figure.getByText(SUMMARY).waitFor();
      await figure.locator("svg .zero").waitFor({ state: "attached" });
      const [head, ...rows] = await numbers(figure);
      assert.deepEqual(head, ["Difference", "Chance", "Chance of at least as much"]);
      const whole = rows.map(([, chance]) => percent(chance)).reduce((one, other) => one + other, 0);
      assert.ok(Math.abs(whole - 100) < 1.5, `${whole}% in all`);
      const least = rows.map((row) => percent(row[2]));
      assert.deepEqual(least.slice(0, 3).map(Math.round), [90, 50, 10]);
      assert.ok(least.slice(3).every((chance, at, all) => at === 0 || chance <= all[at - 1]), `${least}`);
      await assertFits(page, view);
      await assertAccessible(page);
      await screenshot(page, `difference-${view.toLowerCase()}-${width}`, { fullPage: true });
    });
  }
}

test("what fares against several has one picture, and the others for the asking", async (t) => {
  const page = await openPage(t);
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await open(page, "Risk");
  await page.getByText(/^It is certain that .+ earn the same\.$/).waitFor();
  await drawn(page).first().waitFor();
  assert.equal(await drawn(page).count(), 1);
  await page.locator(".scenario").filter({ hasText: "Ring-fenced blocks" }).click();
  await page.getByText("The difference as a picture").click();
  await page.getByText(SUMMARY).nth(1).waitFor();
  assert.equal(await drawn(page).count(), 2);
});

for (const [view, width] of [
  ["Compare", 1440],
  ["Compare", 768],
  ["Compare", 320],
  ["Risk", 1440],
]) {
  test(`nothing on ${view} at ${width} pixels moves when the difference arrives`, async (t) => {
    const page = await openPage(t, { width });
    await page.getByText(/8 in 10 chance of at least/).waitFor();
    let letGo;
    const gate = new Promise((free) => {
      letGo = free;
    });
    await page.context().route(/worker_loader.*\.js/, async (route) => {
      await gate;
      await route.continue();
    });
    await open(page, view);
    const coming = page.locator("main").getByText("Working it out…");
    await coming.first().waitFor();
    await page.waitForFunction(() => !document.querySelector("main .later"));
    const tops = () =>
      page.locator("main h3").evaluateAll((heads) => heads.map((head) => [head.innerText, head.getBoundingClientRect().top + scrollY]));
    const before = await tops();
    letGo();
    await drawn(page).first().waitFor();
    await coming.first().waitFor({ state: "detached" });
    const after = new Map(await tops());
    for (const [head, top] of before) assert.equal(after.get(head), top, head);
  });
}
