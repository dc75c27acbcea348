//! What would it take? A result is named, the least change that reaches it is found, taken over and taken back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, drawSlowly, eventually, openPage, screenshot } from "./harness.mjs";

async function openGoalSeek(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Goal seek", exact: true }).click();
  await page.getByRole("heading", { name: "What would it take?" }).waitFor();
  return page;
}

async function find(page, atLeast) {
  await page.getByLabel("To be at least").fill(atLeast);
  await page.getByRole("button", { name: "Find what it takes" }).click();
}

const says = (page) => page.locator(".say h2").innerText();

test("the reward reaches what was asked when the cheapest way is taken over, and Undo takes it back", async (t) => {
  const page = await openGoalSeek(t);
  const before = await page.locator(".scenarios .on b").innerText();
  await find(page, "4.76m");
  await page.getByRole("heading", { name: /^£4\.76m of reward takes £[\d,]+ more for .+ in 200\d\/\d\d: / }).waitFor();
  await page.getByRole("button", { name: /^Take over: / }).first().click();
  await page.getByText("Taken over. Undo takes it back.").waitFor();
  await eventually(() => page.locator(".scenarios .on b").innerText(), (reward) => reward === "£4.76m");
  await page.getByText("The figures have changed since.").waitFor();
  await find(page, "4.76m");
  await page.getByRole("heading", { name: "£4.76m of reward is reached as it is." }).waitFor();
  await page.getByRole("button", { name: "Undo" }).click();
  await eventually(() => page.locator(".scenarios .on b").innerText(), (reward) => reward === before);
});

test("a score is reached by a lower stretch alone, which costs no money", async (t) => {
  const page = await openGoalSeek(t);
  const result = page.getByLabel("The result");
  const score = await result.locator("option", { hasText: "the score of" }).first().innerText();
  await result.selectOption(score);
  await page.getByLabel("Pooled money").uncheck();
  await page.getByLabel("Targets, made easier").check();
  await find(page, "150");
  await page.getByRole("heading", { name: /^A score of 150% for .+ takes a target of .+: it takes no money\.$/ }).waitFor();
});

test("what is out of reach says why, and what cannot be asked is said at its field", async (t) => {
  const page = await openGoalSeek(t);
  await find(page, "lots");
  await page.getByText("This is not a number.").waitFor();
  assert.equal(await page.getByLabel("To be at least").getAttribute("aria-invalid"), "true");
  await page.getByLabel("Pooled money").uncheck();
  await find(page, "5m");
  await page.getByText("Tick at least one thing that may change.").waitFor();
  await page.getByLabel("Pooled money").check();
  await find(page, "900m");
  await page.getByRole("heading", { name: "£900m of reward is out of reach of what may change." }).waitFor();
  await page.getByRole("heading", { name: "Not enough alone" }).waitFor();
  assert.equal(await page.getByRole("button", { name: /^Take over/ }).count(), 0);
});

test("what is asked is what stands in the field, on a machine that draws slowly too", async (t) => {
  const page = await openGoalSeek(t);
  await drawSlowly(page);
  // What follows from this is still to be done when the amount is typed and asked.
  await page.getByLabel("Pump-priming", { exact: true }).check();
  await find(page, "900m");
  await page.getByRole("heading", { name: "£900m of reward is out of reach of what may change." }).waitFor();
});

test("a search that goes on and on is stopped", async (t) => {
  const page = await openGoalSeek(t);
  const others = new Set(page.workers());
  await find(page, "1");
  await page.getByRole("heading", { name: "£1 of reward is reached as it is." }).waitFor();
  const [worker] = page.workers().filter((worker) => !others.has(worker));
  await worker.evaluate(() => {
    self.onmessage = () => {
      for (;;) {
        self.postMessage('{"Progress":{"done":1,"of":99}}');
        const told = Date.now();
        while (Date.now() < told + 100);
      }
    };
  });
  await find(page, "4.8m");
  await page.getByRole("progressbar").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Stop" }).waitFor({ state: "detached" });
  await page.getByRole("heading", { name: "What would it take?" }).waitFor();
  await find(page, "4.76m");
  await page.getByRole("heading", { name: /^£4\.76m of reward takes/ }).waitFor();
});

for (const width of [1440, 768, 320]) {
  test(`Goal seek at ${width} pixels: nothing overflows and axe finds nothing`, async (t) => {
    const page = await openGoalSeek(t, { width });
    await screenshot(page, `goal-seek-before-${width}`, { fullPage: true });
    await find(page, "4.76m");
    await page.getByRole("heading", { name: /^£4\.76m of reward/ }).waitFor();
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(over <= 0, `${over} pixels too wide`);
    await assertAccessible(page);
    await screenshot(page, `goal-seek-${width}`, { fullPage: true });
  });
}
