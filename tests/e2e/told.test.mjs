//! What the page says of a choice: what nobody has decided, what goes with fewer years, why something stays.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertFits, cell, eventually, openPage, typeInto, value } from "./harness.mjs";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();

/** The link of a page on which somebody has moved pounds of 2006/07 to another outcome in a copy of the single pot. */
async function answered(t) {
  const other = await openPage(t);
  await other.getByRole("button", { name: "+ New scenario" }).click();
  await open(other, "Allocation");
  for (const [outcome, by] of [
    ["Fewer teenage pregnancies", -30_000],
    ["Fewer people smoking", 30_000],
    ["Support for carers", 20_000],
  ]) {
    const found = cell(other, `${outcome}, 2006/07`);
    await typeInto(other, found, String(Number((await value(found)).replaceAll(",", "")) + by));
    await other.keyboard.press("Enter");
  }
  await other.getByRole("button", { name: "Copy link" }).click();
  return other.getByLabel("The link", { exact: true }).inputValue();
}

test("what nobody has decided looks undecided, and what is left on purpose says so", async (t) => {
  const link = await answered(t);
  const council = await openPage(t, { width: 1440, height: 900 });
  await council.getByRole("button", { name: "Paste a link or code" }).click();
  await council.getByLabel("A link, the mail that it came in, or a scenario code").fill(link);
  await council.getByRole("button", { name: "Open or compare" }).click();
  await council.getByRole("heading", { name: /What they moved/ }).waitFor();
  const rows = council.locator(".differences tbody:not(.all) tr:not(.block)");
  const words = () => council.locator(".differences td.choice small").allInnerTexts();
  const count = await rows.count();
  assert.ok(count >= 2, `${count} lines`);
  assert.deepEqual((await words()).filter(Boolean), []);
  assert.equal(await council.locator(".differences td.choice button[aria-disabled='true']").count(), 0);
  const leave = rows.first().getByRole("button", { name: /^Leave: / });
  await leave.last().click();
  await eventually(async () => (await words()).filter(Boolean), (said) => said.join() === "left");
  await rows.nth(1).getByRole("button", { name: /^Take: / }).last().click();
  await council.getByText(/^Counter-offer.* earns £/).waitFor();
  const [first, second, ...others] = await words();
  assert.deepEqual([first, second, ...others.filter(Boolean)], ["left", "taken"]);
});

test("fewer years say beforehand and afterwards what is dropped, and Undo brings it back", async (t) => {
  const page = await openPage(t);
  const code = () => page.locator(".header > button.code").innerText();
  const before = await code();
  await open(page, "Agreement");
  await page.getByText("Fewer drop the last years with their figures; Undo brings them back.").waitFor();
  await page.getByLabel("Number of years").selectOption("2");
  await page.getByText(/^2008\/09 is dropped, with \d+ sums of money and \d+ values of indicators\. .*Undo brings everything back\.$/).waitFor();
  assert.notEqual(await code(), before);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await code(), before);
  assert.equal(await page.getByLabel("Number of years").inputValue(), "3");
});

test("an indicator that may not be removed stays open, and why is said", async (t) => {
  const page = await openPage(t, { width: 1440, height: 900 });
  await open(page, "Indicators");
  await page.locator("button.tile").first().click();
  await page.locator("#indicator-stretch").fill("8.3");
  await page.keyboard.press("Enter");
  await open(page, "Compare");
  await page.getByText("Note on Single pot").click();
  await page.getByLabel("Single pot is").selectOption("Agreed");
  await page.getByText("its figures are locked").waitFor();
  await open(page, "Indicators");
  await page.locator("button.tile").first().click();
  const opened = page.locator("article.opened");
  await opened.getByRole("button", { name: "Remove", exact: true }).click();
  await page.getByText(/is agreed and locked/).first().waitFor();
  assert.equal(await opened.count(), 1);
});

for (const width of [1440, 900, 768]) {
  test(`no list of an opened indicator cuts what is chosen, at ${width} pixels`, async (t) => {
    const page = await openPage(t, { width, height: 900 });
    await open(page, "Indicators");
    await page.locator("button.tile").first().click();
    await page.locator("#indicator-kind").waitFor();
    const cut = await page.locator(".opened .indicator-facts select").evaluateAll((lists) =>
      lists.flatMap((list) => {
        const style = getComputedStyle(list);
        const pen = document.createElement("canvas").getContext("2d");
        pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
        // The arrow takes about 20 pixels.
        const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20;
        const text = list.selectedOptions[0].text;
        return pen.measureText(text).width > room ? [`${list.id}: ${text}`] : [];
      }),
    );
    assert.deepEqual(cut, []);
    await assertFits(page, "an opened indicator");
  });
}

test("what stays in sight beside Funding's sheet does not lie over what is below it", async (t) => {
  const page = await openPage(t, { width: 1280, height: 900 });
  await open(page, "Funding");
  await page.locator(".funding-flow svg text").first().waitFor({ state: "attached" });
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  const [side, flow] = await page.evaluate(() => [".side.stays", ".funding-flow"].map((found) => document.querySelector(found).getBoundingClientRect().toJSON()));
  assert.ok(side.bottom <= flow.top, `the side ends at ${side.bottom}, the picture begins at ${flow.top}`);
  const wider = await page.locator(".funding-flow .picture").evaluate((picture) => picture.scrollWidth - picture.clientWidth);
  assert.ok(wider <= 0, `the picture is ${wider} pixels wider than its place`);
});
