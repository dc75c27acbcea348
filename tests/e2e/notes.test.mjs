//! Notes are added, changed and removed where they are read, with the keyboard alone as well.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertAccessible, drawSlowly, openPage, screenshot } from "./harness.mjs";

const notes = (page) => page.getByRole("region", { name: "Notes" });
const group = (page, heading) => notes(page).locator(".notes > section").filter({ has: page.getByRole("heading", { name: heading }) });
const undo = (page) => page.getByRole("button", { name: /Undo/ }).first().click();

async function openNotes(t, options) {
  const page = await openPage(t, options);
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  await notes(page).waitFor();
  return page;
}

async function assertFits(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `the page scrolls sideways by ${over} pixels`);
}

for (const width of [1440, 768, 320]) {
  test(`a note is added, written and removed at ${width} pixels`, async (t) => {
    const page = await openNotes(t, { width, height: 900 });
    const before = await notes(page).getByRole("listitem").count();
    await notes(page).getByRole("button", { name: "+ Add a note" }).click();
    await page.locator("#note-text:focus").waitFor();
    // It is selected, so typing replaces it.
    await page.keyboard.type("The county publishes bed days in May.");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Statement of the county, https://www.county.gov.uk/bed-days.");
    await page.getByLabel("Kind").selectOption("Source");
    await page.getByLabel("About", { exact: true }).selectOption({ label: "Fewer falls and emergency admissions of older people" });
    await assertFits(page);
    await screenshot(page, `note-open-${width}`);
    await assertAccessible(page);
    await page.getByRole("button", { name: "Done", exact: true }).click();
    const written = group(page, "Sources").getByRole("listitem").filter({ hasText: "bed days in May" });
    await written.waitFor();
    assert.match(await written.innerText(), /^Fewer falls and emergency admissions of older people\. The county publishes/);
    assert.equal(await written.getByRole("link").getAttribute("href"), "https://www.county.gov.uk/bed-days");
    assert.equal(await notes(page).getByRole("listitem").count(), before + 1);
    await assertFits(page);
    await screenshot(page, `note-read-${width}`);

    await written.getByRole("button", { name: /^Edit the note/ }).click();
    await page.getByRole("button", { name: "Remove the note" }).click();
    await written.waitFor({ state: "detached" });
    assert.equal(await notes(page).getByRole("listitem").count(), before);
    await undo(page);
    await written.waitFor();
  });
}

test("all that is written of a note is kept, on a machine that draws slowly too", async (t) => {
  const page = await openNotes(t);
  await notes(page).getByRole("button", { name: "+ Add a note" }).click();
  await page.locator("#note-text:focus").waitFor();
  const drawn = await drawSlowly(page);
  // What is committed is not drawn yet when the next thing is.
  await page.keyboard.type("Typed first.");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Typed next.");
  await page.keyboard.press("Tab");
  await page.getByLabel("Kind").selectOption("Gap");
  await drawn();
  await page.getByRole("button", { name: "Done", exact: true }).click();
  const written = group(page, "Gaps").getByRole("listitem").filter({ hasText: "Typed next." });
  await written.waitFor();
  assert.match(await written.innerText(), /Typed first\./);
});

test("a note that cannot be kept says why beside the field, and Escape gives back what was there", async (t) => {
  const page = await openNotes(t);
  const first = notes(page).getByRole("listitem").first();
  const was = await first.innerText();
  await first.getByRole("button", { name: /^Edit the note/ }).click();
  const text = page.getByLabel("What it says");
  const kept = await text.inputValue();
  await text.fill(" ");
  const error = page.locator("#note-text-error");
  assert.equal(await error.innerText(), "A note says something. Type it, or remove the note.");
  assert.equal(await text.getAttribute("aria-describedby"), "note-text-error");
  await text.fill("a".repeat(640));
  await page.getByLabel(/^Where it comes from/).fill("b".repeat(640));
  for (const field of ["text", "source"]) {
    assert.equal(await page.locator(`#note-${field}-error`).innerText(), "This is too long by 40 letters. Shorten it.");
  }
  await page.getByRole("button", { name: "Done", exact: true }).click();
  assert.equal((await text.inputValue()).length, 640, "it stays open with what was typed");
  await page.getByLabel(/^Where it comes from/).press("Escape");
  await text.press("Escape");
  assert.equal(await text.inputValue(), kept);
  await text.press("Escape");
  await text.waitFor({ state: "detached" });
  assert.equal(await first.innerText(), was);
});

test("a note is written with the keyboard alone, and each field is one step of undo", async (t) => {
  const page = await openNotes(t);
  await notes(page).getByRole("button", { name: "+ Add a note" }).focus();
  await page.keyboard.press("Enter");
  await page.locator("#note-text:focus").waitFor();
  await page.keyboard.type("First second");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Minutes");
  await page.keyboard.press("Tab");
  await page.keyboard.press("g");
  assert.equal(await page.getByLabel("Kind").evaluate((select) => select.selectedOptions[0].text), "Gap");
  await page.keyboard.press("Escape");
  const written = group(page, /^Gaps/).getByRole("listitem").filter({ hasText: "second" });
  await written.waitFor();
  assert.match(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), /^Edit the note: /);
  // Kind, source, text and the note itself.
  await page.keyboard.press("Control+z");
  await group(page, "Remarks").getByText("Minutes").waitFor();
  await page.keyboard.press("Control+z");
  await group(page, "Remarks").getByText("Minutes").waitFor({ state: "detached" });
  const says = (text) => notes(page).getByRole("button", { name: `Edit the note: ${text}`, exact: true });
  await says("First second").waitFor();
  await page.keyboard.press("Control+z");
  await says("New note").waitFor();
  await page.keyboard.press("Control+z");
  await says("New note").waitFor({ state: "detached" });
});
