//! Every view of every sample, at three widths: nothing breaks, nothing overflows.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertFits, eventually, openPage } from "./harness.mjs";

const VIEWS = [
  "Position",
  "Compare",
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

for (const width of [1440, 768, 320]) {
  for (const sample of SAMPLES) {
    test(`${sample} at ${width} pixels`, async (t) => {
      const page = await openPage(t, { width, height: 900 });
      if (sample !== SAMPLES[0]) await openSample(page, sample);
      for (const view of VIEWS) {
        await page.getByRole("link", { name: view, exact: true }).click();
        await page.locator("main .say, main h2").first().waitFor();
        await assertFits(page, `${view} of ${sample}`);
      }
    });
  }
}

/** Goes through views twice; fails where something moves the second time: of some views something is worked out first. */
async function assertStill(page, views) {
  await page.evaluate(() => {
    window.moved = 0;
    const add = (list) => list.getEntries().forEach(({ value }) => (window.moved += value));
    new PerformanceObserver(add).observe({ type: "layout-shift" });
  });
  for (const visit of [1, 2]) {
    for (const view of views) {
      await page.evaluate(() => {
        window.scrollTo(0, 0);
        window.moved = 0;
      });
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.locator("main .say, main h2").first().waitFor();
      await page.locator(".later").first().waitFor({ state: "detached" });
      await page.waitForTimeout(200);
      const moved = await page.evaluate(() => window.moved);
      if (visit === 2) assert.equal(moved, 0, `${view} moved by ${moved}`);
    }
  }
}

for (const width of [1440, 768, 320]) {
  test(`nothing moves while a view takes its place, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    // Pump-priming is worked out at every visit.
    await assertStill(page, VIEWS.filter((view) => view !== "Pump-priming"));
  });
}

test("nothing moves while a sheet takes its place on a slow machine: what waits in it comes in one frame", async (t) => {
  const page = await openPage(t, { width: 768, height: 900 });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 8 });
  await assertStill(page, ["Compare", "Funding", "Allocation"]);
});

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

test("on a tablet an indicator of Reward has all its figures in one line", async (t) => {
  const page = await openPage(t, { width: 768, height: 1024 });
  await page.getByRole("link", { name: "Reward", exact: true }).click();
  const row = page.locator(".reward-table tbody tr:not(.block)").first();
  await row.waitFor();
  const tops = await row.locator("td:not(:empty)").evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().top));
  assert.equal(tops.length, 7);
  assert.equal(new Set(tops).size, 1);
});

test("the names of a sheet stay in sight while one looks along it, and are no layers where it has room for all", async (t) => {
  for (const [width, along, position] of [[320, 150, "sticky"], [1440, 0, "static"]]) {
    const page = await openPage(t, { width, hash: "#/funding" });
    const name = page.getByRole("rowheader", { name: /^Connexions/ });
    await name.waitFor();
    const before = await name.boundingBox();
    await page.locator(".scroll:has(> .grid)").evaluate((sheet) => (sheet.scrollLeft = 150));
    assert.equal(await page.locator(".scroll:has(> .grid)").evaluate((sheet) => sheet.scrollLeft), along);
    const after = await name.boundingBox();
    assert.ok(Math.abs(after.x - before.x) <= 5, `at ${width} pixels it went from ${before.x} to ${after.x}`);
    assert.equal(await name.evaluate((name) => getComputedStyle(name).position), position);
  }
});

test("what stands in a view keeps its place when the rest of it has been worked out", async (t) => {
  const page = await openPage(t);
  await page.getByText(/8 in 10 chance of at least/).waitFor();
  for (const view of VIEWS) {
    await page.evaluate(() => {
      window.places = new Map();
      const look = () => {
        for (const heading of document.querySelectorAll("main h3")) {
          if (!window.places.has(heading)) window.places.set(heading, []);
          window.places.get(heading).push(heading.getBoundingClientRect().top + window.scrollY);
        }
        window.looking = requestAnimationFrame(look);
      };
      look();
    });
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.waitForTimeout(800);
    const moved = await page.evaluate(() => {
      const LINE = 24; // a sentence may become one line longer
      cancelAnimationFrame(window.looking);
      const there = [...window.places].filter(([heading]) => heading.isConnected);
      const far = there.filter(([, tops]) => Math.max(...tops) - Math.min(...tops) > LINE);
      return far.map(([heading, tops]) => `${heading.textContent}: ${tops[0]} to ${tops.at(-1)}`);
    });
    assert.deepEqual(moved, [], view);
  }
});

for (const [view, label, width] of [["Funding", "Stream at hand", 768], ["Agreement", "Outcome at hand", 320]]) {
  test(`what there is to a row of ${view} comes in sight when its name is pressed, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    await page.getByRole("link", { name: view, exact: true }).click();
    const card = page.getByRole("region", { name: label, exact: true });
    await card.waitFor({ state: "attached" });
    const name = page.locator("main .grid th button.link").nth(1);
    await name.scrollIntoViewIfNeeded();
    const top = () => card.evaluate((card) => card.getBoundingClientRect().top);
    assert.ok((await top()) > 900, "it stands below what is in sight");
    const chosen = await name.innerText();
    await name.click();
    await eventually(top, (top) => top >= 0 && top < 450);
    // And Tab goes on there, in what was chosen.
    assert.equal(await page.evaluate(() => document.activeElement.id), "at-hand");
    assert.equal(await card.getByLabel("Name", { exact: true }).inputValue(), chosen);
  });
}
