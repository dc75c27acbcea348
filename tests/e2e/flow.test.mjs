//! Where the money flows: the picture below Funding's sheet, which waits while it is out of sight.

import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, eventually, openPage, typeInto } from "./harness.mjs";

/** Funding, its picture out of sight and skipped, while another sum is typed for Connexions in the first year. */
async function openAndType(t, amount) {
  const page = await openPage(t, { width: 1440, height: 900 });
  await page.evaluate(() => {
    document.addEventListener("contentvisibilityautostatechange", (event) => (window.skipped = event.skipped), true);
  });
  await page.getByRole("link", { name: "Funding", exact: true }).click();
  await page.waitForFunction(() => window.skipped);
  await typeInto(page, cell(page, "Connexions, 2006/07"), amount);
  const sum = (2_190_000 + 2_200_000 + Number(amount)).toLocaleString("en-GB");
  await page.getByRole("row", { name: /^Connexions/ }).getByText(sum).waitFor();
  assert.match(await drawn(page), /£6\.57m/, "it waits");
  return page;
}

/** What the picture says of Connexions: £2,190,000 and £2,200,000 in the years after the one that is typed. */
const drawn = async (page) => {
  const texts = await page.locator(".funding-flow svg text").allTextContents();
  return texts.find((text) => text.startsWith("Connexions")) ?? "";
};

test("the picture shows what was typed as soon as it comes into sight", async (t) => {
  const page = await openAndType(t, "999000");
  await page.locator(".funding-flow svg").scrollIntoViewIfNeeded();
  await eventually(() => drawn(page), (text) => text.includes("£5.39m"));
  await page.keyboard.press("Escape");
  await eventually(() => drawn(page), (text) => text.includes("£6.57m"));
});

test("what is committed is drawn at once, in sight or not", async (t) => {
  const page = await openAndType(t, "999000");
  await page.keyboard.press("Enter");
  await eventually(() => drawn(page), (text) => text.includes("£5.39m"));
  assert.ok(await page.evaluate(() => window.skipped), "nobody has scrolled to it");
});

test("the picture is printed as it is now, though nobody has scrolled to it", async (t) => {
  const page = await openAndType(t, "1999000");
  await page.pdf();
  assert.match(await drawn(page), /£6\.39m/);
});
