//! Rubbish in every field of every view: nothing breaks, nothing is believed, and undo brings everything back.

import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./harness.mjs";

const RUBBISH = ['<img src=x onerror="alert(1)">', '=HYPERLINK("http://example.org")', "£££ -- 1e999", "\u202eevil\u202c 12", "９９９", "-1", "99999999999999999999"];

const VIEWS = ["Position", "Compare", "Funding", "Allocation", "Indicators", "Reward", "Agreement"];

const code = (page) => page.locator(".header > button.code").innerText();

/** Types rubbish into the field at hand, as far as it takes it, and gives up what it does not. */
async function type(page, field, text) {
  await field.fill(text);
  await field.press("Enter");
  // What cannot be read stays with a sentence beside it.
  const left = page.locator("main [data-draft]").first();
  if (await left.count()) {
    assert.notEqual((await page.locator("main .error:not(:empty)").first().innerText()).trim(), "");
    await left.press("Escape");
  }
}

for (const view of VIEWS) {
  test(`rubbish in every field of ${view}`, async (t) => {
    const page = await openPage(t, { width: 1440 });
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.locator("main .say, main .card").first().waitFor();
    const before = await code(page);
    for (const folded of await page.locator("main summary").all()) await folded.click();
    const fields = page.locator("main").locator("input[type=text]:enabled:visible, textarea:enabled:visible");
    let typed = 0;
    for (let at = 0; at < (await fields.count()) && at < 60; at++, typed++) {
      await type(page, fields.nth(at), RUBBISH[typed % RUBBISH.length]);
    }
    const cells = page.locator("main td.typed");
    for (let at = 0; at < (await cells.count()) && at < 40; at++, typed++) {
      await cells.nth(at).click();
      await type(page, cells.nth(at).locator("input"), RUBBISH[typed % RUBBISH.length]);
    }
    assert.ok(await page.locator("#crash").isHidden());
    assert.equal(await page.locator("img").count(), 0, "a name is text, whatever it says");
    const undo = page.getByRole("button", { name: "Undo", exact: false }).first();
    while (await undo.isEnabled()) await undo.click();
    assert.equal(await code(page), before, "undo brings every figure back");
  });
}
