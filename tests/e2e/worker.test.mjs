//! What is worked out beside the page: the chances on Position, and a worker that dies or never arrives.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./harness.mjs";

/** The sentence of the odds on Position. */
const likely = (page) => page.getByText(/8 in 10 chance of at least £[\d,.]+[km]?, an even chance/);

test("Position says what is likely, and the chance of every threshold", async (t) => {
  const page = await openPage(t);
  await likely(page).waitFor();
  const chances = await page.locator("td[data-head='Reaches'] small").allInnerTexts();
  assert.ok(chances.length > 5);
  for (const chance of chances) assert.match(chance, /^((\d+%|<1%|>99%) likely|certain|no chance)$/);
});

test("the chances of the threshold and of the full stretch are those of Risk", async (t) => {
  const page = await openPage(t);
  await likely(page).waitFor();
  const said = (row, head) => row.locator(`td[data-head="${head}"]`).innerText();
  const position = new Map();
  for (const row of await page.locator("table.cliffs tbody tr:not(.block)").all()) {
    const name = await row.locator("th").evaluate((head) => head.firstChild.textContent);
    const below = (head) => row.locator(`td[data-head="${head}"] small`).innerText();
    position.set(name, [await below("Reaches"), await below("At stake")]);
  }
  await page.getByRole("link", { name: "Risk", exact: true }).click();
  const rows = page.locator("table.risks tbody tr");
  await rows.first().locator('td[data-head="Cliff"]', { hasText: /\S/ }).waitFor();
  const risk = new Map();
  for (const row of await rows.all()) {
    const [cliff, full] = [await said(row, "Cliff"), await said(row, "In full")];
    const short = (chance) => chance.replace("under ", "<").replace("over ", ">");
    const likely = { none: "no chance", certain: "certain" }[cliff] ?? `${short(cliff)} likely`;
    const inFull = { none: "not in full", certain: "in full" }[full] ?? `${short(full)} in full`;
    risk.set((await row.locator("th").innerText()).trim(), [likely, inFull]);
  }
  assert.deepEqual(position, risk);
});

test("a worker that dies of a defect is replaced, and the page says so", async (t) => {
  const page = await openPage(t, { allow: [/a defect/] });
  await likely(page).waitFor();
  const [worker] = page.workers();
  // It dies at the next question.
  await worker.evaluate(() => {
    self.onmessage = () => {
      throw new Error("a defect");
    };
  });
  const before = await likely(page).innerText();
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await page.getByText("A calculation stopped unexpectedly. It has been started again; nothing is lost.").waitFor();
  await likely(page).waitFor();
  assert.equal(await likely(page).innerText(), before, "a copy has the odds of what it was copied from");
});

test("a worker that ends without a word is missed and replaced", async (t) => {
  const page = await openPage(t);
  await likely(page).waitFor();
  await page.workers()[0].evaluate(() => self.close());
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await page.getByText("A calculation stopped unexpectedly").waitFor();
  await page.locator(".likely [aria-busy]").waitFor({ state: "detached" });
  assert.match(await likely(page).innerText(), /£/);
});

test("without its worker the page says once what is missing, and tries all again when asked", async (t) => {
  let reachable = false;
  const before = (page) =>
    page.route(/worker.*\.(js|wasm)/, (route) => (reachable ? route.continue() : route.abort()));
  const page = await openPage(t, { before, allow: [/worker/, /Failed to load/] });
  const missing = page.getByText("A part of the page did not arrive. Check the connection and try again.");
  // The odds and the prices of fences each have a worker of their own; both did not arrive.
  await missing.waitFor();
  await page.getByText("Not worked out.").waitFor();
  assert.equal(await missing.count(), 1);
  reachable = true;
  await page.getByRole("button", { name: "Try again" }).click();
  await likely(page).waitFor();
  await page.getByText(/At its best the same money earns/).waitFor();
  assert.equal(await missing.count(), 0);
});
