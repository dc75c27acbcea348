//! The best use of the money: prices of fences, finding and taking over a plan, pump-priming, a search that is stopped.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, drawSlowly, eventually, openPage, screenshot, typeInto } from "./harness.mjs";

/** Pounds of a text like "£5.569m", "£115k" or "£948,100". */
function pounds(text) {
  const [, number, unit] = text.match(/£([\d.,]+)([mk]?)/);
  return Number(number.replaceAll(",", "")) * { m: 1e6, k: 1e3, "": 1 }[unit];
}

async function ringFenced(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("button", { name: /^Ring-fenced blocks/ }).click();
  return page;
}

async function findBest(page) {
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  await page.getByRole("button", { name: "Find the best" }).click();
  const headline = page.getByRole("heading", { name: /The same money can earn/ });
  await headline.waitFor();
  return headline.innerText();
}

const headline = (page) => page.locator(".say h2").innerText();

test("a plan that is taken over earns what was promised, and Undo takes it back", async (t) => {
  const page = await ringFenced(t);
  const before = await headline(page);
  const promised = await findBest(page);
  await page.getByText("Proved best").waitFor();
  await page.getByRole("button", { name: "Take it over here" }).click();
  await page.getByText("Taken over. Undo takes it back.").waitFor();
  await page.getByRole("link", { name: "Position" }).click();
  const earned = pounds((await headline(page)).match(/earns (£\S+)/)[1]);
  assert.equal(earned, pounds(promised.match(/can earn (£\S+)/)[1]));
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await headline(page), before);
});

test("a plan goes into a new scenario and leaves the one it was made for as it was", async (t) => {
  const page = await ringFenced(t);
  const promised = pounds((await findBest(page)).match(/can earn (£\S+)/)[1]);
  await page.getByRole("button", { name: "Take it over into a new scenario" }).click();
  await page.getByText("The plan is in a new scenario.").waitFor();
  const rewards = await page.locator(".scenario b").allInnerTexts();
  assert.equal(rewards.length, 3);
  assert.equal(rewards[0], "£3.72m");
  assert.ok(Math.abs(pounds(rewards[2]) - promised) < 5_001, `${rewards[2]} for ${promised}`);
});

test("lifting the fence that was priced gains its price at the best use", async (t) => {
  const page = await ringFenced(t);
  const fenced = page.getByText(/At its best the same money earns £\S+ behind these fences/);
  await fenced.waitFor();
  const says = page.getByText(/With every fence lifted it could earn £\S+ more/);
  await says.waitFor();
  const [, behind, more] = (await says.innerText()).match(/earns (£\S+) behind .* could earn (£\S+) more/);
  await page.getByText("The set-ups at their best").click();
  const best = await page.getByRole("row", { name: /^Single pot/ }).locator("td").innerText();
  assert.ok(Math.abs(pounds(best) - pounds(behind) - pounds(more)) < 1_100, `${best}, ${behind}, ${more}`);
});

test("a figure that changes after the search marks the plan, and it cannot be taken over", async (t) => {
  const page = await ringFenced(t);
  await findBest(page);
  await page.getByRole("link", { name: "Reward", exact: true }).click();
  await page.getByRole("button", { name: /^Drop/ }).first().click();
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  await page.getByText("The figures have changed since.").waitFor();
  assert.equal(await page.getByRole("button", { name: /Take it over/ }).count(), 0);
});

test("a sum that cannot be read is said beside its field", async (t) => {
  const page = await ringFenced(t);
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  await page.getByLabel("Move at most £").fill("a lot");
  await page.getByRole("button", { name: "Find the best" }).click();
  assert.equal(await page.getByLabel("Move at most £").getAttribute("aria-invalid"), "true");
  await page.locator("#best-most-error").waitFor();
  await page.getByLabel("Move at most £").fill("100,000");
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.getByRole("heading", { name: /The same money can earn/ }).waitFor();
});

test("the most that is to be moved is what stands in the field, on a machine that draws slowly too", async (t) => {
  const page = await openPage(t);
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  const most = page.getByLabel("Move at most £");
  await most.waitFor();
  await drawSlowly(page);
  // What follows from this is still to be done when the amount is typed and the plan asked for.
  await page.locator("#best-aim").selectOption({ index: 1 });
  await most.fill("a lot");
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.locator("#best-most-error").waitFor();
});

test("pump-priming: the best split is used with one press and earns what it says", async (t) => {
  const page = await openPage(t);
  await page.getByRole("link", { name: "Pump-priming", exact: true }).click();
  const row = page.getByRole("row", { name: /^The best split/ });
  await row.waitFor();
  const promised = pounds(await row.locator("td").first().innerText());
  await row.getByRole("button", { name: "Use: The best split" }).click();
  await page.getByRole("row", { name: /^The best split.*as here/ }).waitFor();
  await page.getByRole("link", { name: "Position" }).click();
  assert.equal(pounds((await headline(page)).match(/earns (£\S+)/)[1]), promised);
});

test("a worker that dies during the search is replaced, and the plan comes", async (t) => {
  const page = await ringFenced(t, { allow: [/a defect/] });
  await findBest(page);
  for (const worker of page.workers()) {
    await worker.evaluate(() => {
      self.onmessage = () => {
        throw new Error("a defect");
      };
    });
  }
  await page.getByLabel("Move at most £").fill("200,000");
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.getByText("A calculation stopped unexpectedly").waitFor();
  await page.getByRole("heading", { name: /The same money can earn/ }).waitFor();
});

test("an outcome that is locked keeps its money in the plan, in all years or in one", async (t) => {
  const page = await ringFenced(t);
  await findBest(page);
  const cells = (row) => row.locator("td[data-head]:not([data-head=Change])").allInnerTexts();
  const moved = page.getByRole("row").filter({ hasText: "→" }).first();
  const name = await moved.getByRole("rowheader").innerText();
  const lock = async (label) => {
    await page.getByRole("checkbox", { name: label, exact: true }).check();
    await page.getByRole("button", { name: "Find the best" }).click();
    await page.getByText("Proved best").waitFor();
  };
  const row = page.locator("table.best").getByRole("row", { name });
  await page.getByText("What must stay as it is").click();
  await lock(`${name}, 2006/07`);
  await eventually(() => cells(row), ([first]) => !first.includes("→"));
  await lock(name);
  await eventually(() => cells(row), (years) => years.every((year) => !year.includes("→")));
});

test("attainment is weighted by the indicator, and a weight that cannot be read is said at its field", async (t) => {
  const page = await ringFenced(t);
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  await page.getByLabel("The best use is the one with the most of").selectOption({ index: 2 });
  const weight = page.getByRole("group", { name: "How much each counts" }).getByRole("textbox").first();
  await weight.fill("heavy");
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.getByText("This is not a number.").waitFor();
  assert.equal(await weight.getAttribute("aria-invalid"), "true");
  await weight.fill("5");
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.getByRole("heading", { name: /of attainment/ }).waitFor();
});

test("rules that clash are named in words", async (t) => {
  const page = await ringFenced(t);
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  const least = page.getByRole("grid", { name: "Pounds that each outcome must get, by year" });
  await typeInto(page, least.locator("td.typed").first(), "90m");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Best use", exact: true }).click();
  await page.getByRole("button", { name: "Find the best" }).click();
  await page.getByRole("heading", { name: /No way of placing the money keeps every rule\..* is missing/ }).waitFor();
});

for (const width of [1440, 768, 320]) {
  test(`best use, pump-priming and the prices at ${width} pixels: nothing overflows and axe finds nothing`, async (t) => {
    const page = await ringFenced(t, { width });
    await page.getByText("With every fence lifted").waitFor();
    await page.getByText("Stream by stream").click();
    const check = async (name) => {
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(over <= 0, `${name}: ${over} pixels too wide`);
      await assertAccessible(page);
      await screenshot(page, `${name}-${width}`, { fullPage: true });
    };
    await check("fences");
    await findBest(page);
    await page.getByText("What £10,000 more would earn").waitFor();
    await check("best");
    await page.getByRole("link", { name: "Pump-priming", exact: true }).click();
    await page.getByText("Reward against pump-priming").waitFor();
    await check("pump-priming");
  });
}
