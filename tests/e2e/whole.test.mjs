//! What is on screen is there to be seen: nothing runs off its card, lies over its neighbour or is left blank.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertFits, openPage, typeInto } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();

for (const width of [1440, 1024, 768, 320]) {
  test(`ways of splitting a grant that is not affordable stay within their card, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    await open(page, "Allocation");
    await typeInto(page, page.locator("main td.typed").first(), "9900000");
    await page.keyboard.press("Enter");
    await open(page, "Pump-priming");
    const table = page.getByRole("table", { name: "Ways of splitting pump-priming" });
    await table.getByText("not affordable: over by £").first().waitFor();
    await assertFits(page, "Pump-priming");
    const [inner, card] = await table.evaluate((table) => [table, table.closest(".card")].map((on) => on.getBoundingClientRect().right));
    assert.ok(inner <= card, `the table ends at ${inner}, its card at ${card}`);
  });
}

test("where nothing is typed yet a box shows that one may", async (t) => {
  const page = await openPage(t, { width: 1440, height: 900 });
  await open(page, "Indicators");
  await page.locator("button.tile").first().click();
  const edges = await page.locator(".opened td.typed .value").evaluateAll((values) =>
    values.map((value) => ({ empty: value.textContent === "", seen: getComputedStyle(value).borderTopColor !== "rgba(0, 0, 0, 0)" })),
  );
  assert.ok(edges.some(({ empty }) => empty) && edges.some(({ empty }) => !empty));
  for (const { empty, seen } of edges) assert.equal(seen, empty);
});

for (const width of [1440, 1024]) {
  test(`no table of numbers in a side card hides its figures, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    // What comes last to the side of a view.
    const last = { Position: /./, Compare: /times in 10 between/, Reward: /./ };
    for (const [view, text] of Object.entries(last)) {
      await open(page, view);
      await page.locator(".side").getByText(text).first().waitFor();
      const folded = page.locator(".side details.numbers > summary");
      await folded.first().waitFor();
      for (const summary of await folded.elementHandles()) await summary.click();
      await page.waitForFunction(() =>
        [...document.querySelectorAll(".side details.numbers")].every((numbers) => numbers.querySelector(".scroll table")),
      );
      const cut = await page.locator(".side details.numbers .scroll").evaluateAll((tables) =>
        tables.filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => table.querySelector("caption").textContent),
      );
      assert.deepEqual(cut, [], view);
    }
  });
}

test("the code of a step in the ledger lies over no other line", async (t) => {
  const page = await openPage(t, { width: 1440, height: 900 });
  await open(page, "Compare");
  const step = page.locator(".ledger .step").first();
  await step.waitFor();
  const [name, code, line] = await step.evaluate((step) =>
    [".link", ".code", "small:has(.code)"].map((part) => step.querySelector(part).getBoundingClientRect().toJSON()),
  );
  assert.ok(code.top >= name.bottom - 1, `the code begins at ${code.top}, the name ends at ${name.bottom}`);
  assert.ok(code.top >= line.top && code.bottom <= line.bottom, "it is as high as its line at most");
});
