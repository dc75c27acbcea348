//! Does the library keep, find, copy, rename and give back workbooks, and lose nothing where storage is shared, refused or full?

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible, openPage, screenshot } from "./harness.mjs";

const BOROUGH = "An illustrative borough";
const BATH = "Bath & North East Somerset";

const dialog = (page) => page.getByRole("dialog", { name: "Open" });
const button = (page, name, options) => dialog(page).getByRole("button", { name, ...options });
const titles = (page) => dialog(page).locator(".library .shelf b").allInnerTexts();
const answer = (page) => dialog(page).locator(".library .undo [role=status]").innerText();
const scenarios = (page) => page.locator(".scenarios .name").allInnerTexts();
const focused = (page) => page.evaluate(() => document.activeElement?.textContent);

async function library(page) {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await dialog(page).getByRole("heading", { name: "Kept in this browser" }).waitFor();
}

async function closeDialog(page) {
  await button(page, "Close").click();
  await dialog(page).waitFor({ state: "detached" });
}

/** Renames the open scenario, which is a change that is kept. */
async function edit(page, name) {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Name of this scenario").fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
}

/** A page with Bath on screen and the borough kept beside it. */
async function two(t, options) {
  const page = await openPage(t, options);
  await edit(page, "Ours");
  await library(page);
  await button(page, /^Open the sample Bath/).click();
  await page.locator("header h1", { hasText: "Bath" }).waitFor();
  return page;
}

test("workbooks are found by words of their titles", async (t) => {
  const page = await two(t);
  await library(page);
  const all = await titles(page);
  assert.equal(all.length, 2);
  assert.match(all[0], /^Bath/, "what is on screen stands first");
  assert.match(await dialog(page).locator("#room-used").innerText(), /^2 workbooks take [\d,]+ KB of about 10\.0 MB\.$/);
  await page.getByLabel("Search by title").fill("BOROUGH illus");
  assert.deepEqual(await titles(page), [all[1]]);
  await page.getByLabel("Search by title").fill("Narnia");
  await dialog(page).getByText("No title has “Narnia” in it.").waitFor();
  await page.getByLabel("Search by title").fill("");
  await button(page, `Open ${all[1]}, kept here`).click();
  await page.locator("header h1", { hasText: all[1] }).waitFor();
  assert.equal((await scenarios(page))[1], "Ours");
});

test("a workbook is duplicated, and both stand in the list", async (t) => {
  const page = await two(t);
  await library(page);
  const own = (await titles(page))[1];
  await button(page, `Duplicate ${own}`).click();
  assert.equal(await answer(page), `A copy of “${own}” stands in the list.`);
  assert.ok((await titles(page)).includes(`Copy of ${own}`));
  await button(page, `Open Copy of ${own}, kept here`).click();
  await page.locator("header h1", { hasText: `Copy of ${own}` }).waitFor();
  assert.equal((await scenarios(page))[1], "Ours");
});

test("a workbook is renamed in its place with the keyboard", async (t) => {
  const page = await two(t);
  await library(page);
  const own = (await titles(page))[1];
  const rename = button(page, `Rename ${own}`);
  await rename.focus();
  await page.keyboard.press("Enter");
  const field = page.getByLabel(`New title of ${own}`);
  await dialog(page).locator("li input:focus").waitFor();
  assert.equal(await page.evaluate(() => window.getSelection().toString()), own, "it can be typed over at once");
  await page.keyboard.type("Nonsense");
  await page.keyboard.press("Escape");
  await rename.waitFor();
  assert.equal(await focused(page), "Rename", "the dialog stays and the focus returns");
  await page.keyboard.press("Enter");
  await dialog(page).locator("li input:focus").waitFor();
  await page.keyboard.press("Delete");
  await page.keyboard.press("Enter");
  await dialog(page).getByText("This needs a name. Type one.").waitFor();
  assert.equal(await field.getAttribute("aria-invalid"), "true");
  await page.keyboard.type("Our opening position");
  await page.keyboard.press("Enter");
  await button(page, "Rename Our opening position").waitFor();
  assert.equal(await answer(page), `“${own}” is now “Our opening position”.`);
  await page.reload();
  await page.locator("main").waitFor();
  await library(page);
  assert.equal((await titles(page))[1], "Our opening position");
});

test("what is deleted comes back, after the dialog was closed too", async (t) => {
  const page = await two(t);
  await library(page);
  const own = (await titles(page))[1];
  assert.equal(await button(page, /^Delete Bath/).count(), 0, "what is on screen cannot be deleted");
  await button(page, `Duplicate ${own}`).click();
  await button(page, `Delete ${own}`, { exact: true }).click();
  assert.equal(await answer(page), `“${own}” is deleted. Undo brings it back.`);
  assert.match(await focused(page), /^↶ Undo deleting/);
  await button(page, `Delete Copy of ${own}`).click();
  assert.equal((await titles(page)).length, 1);
  const steps = page.getByRole("button", { name: "Redo", includeHidden: true });
  await page.keyboard.press("Control+z");
  assert.equal(await answer(page), `“Copy of ${own}” is back.`);
  assert.ok(await steps.isDisabled(), "nothing was taken back in the workbook behind the dialog");
  await closeDialog(page);
  await library(page);
  await button(page, `↶ Undo deleting “${own}”`).click();
  assert.deepEqual(new Set(await titles(page)), new Set([BATH, own, `Copy of ${own}`].map((title) => title)));
  assert.equal(await button(page, /Undo deleting/).count(), 0);
  await button(page, `Open ${own}, kept here`).click();
  assert.equal((await scenarios(page))[1], "Ours");
});

test("a kept workbook is compared with what is open", async (t) => {
  const page = await two(t);
  await library(page);
  const own = (await titles(page))[1];
  await button(page, `Duplicate ${own}`).click();
  await button(page, `Open ${own}, kept here`).click();
  await page.locator("header h1", { hasText: own }).waitFor();
  await library(page);
  await button(page, `Compare Copy of ${own} with what is open`).click();
  await dialog(page).waitFor({ state: "detached" });
  await page.locator(".views .on", { hasText: "Compare" }).waitFor();
  await page.getByRole("button", { name: "Put their workbook away" }).waitFor();
  await page.getByText(`“Copy of ${own}” is set beside what is open; nothing of either is changed.`).waitFor();
  await page.getByText("No choice differs.").waitFor();
});

test("the whole library goes out as one file and comes into another browser", async (t) => {
  const page = await two(t);
  await library(page);
  const download = page.waitForEvent("download");
  await button(page, "Save the library as a file").click();
  const file = await download;
  assert.equal(file.suggestedFilename(), "laa-library.json");
  const path = await file.path();
  assert.equal(JSON.parse(await readFile(path, "utf8")).workbooks.length, 2);
  await dialog(page).getByText("Saved as laa-library.json").waitFor();
  const other = await openPage(t);
  await library(other);
  const bring = other.getByLabel("Bring a library in");
  const says = () => other.locator("#whole-answer");
  await bring.setInputFiles(path);
  await says().filter({ hasText: "2 workbooks are brought in." }).waitFor();
  assert.equal((await titles(other)).length, 3);
  await bring.setInputFiles(path);
  await says().filter({ hasText: "2 were here already and are as they were." }).waitFor();
  assert.equal((await titles(other)).length, 3);
  await bring.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await says().filter({ hasText: "This is not a workbook of this page" }).waitFor();
  await bring.setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.alloc(20_000_001, " ") });
  await says().filter({ hasText: "at most 20 are read" }).waitFor();
  await other.getByLabel("A file", { exact: true }).setInputFiles(path);
  await other.getByText("This file holds a whole library").waitFor();
});

test("two windows on one workbook: neither writes over the other, whichever is renamed or deleted", async (t) => {
  const page = await two(t);
  const other = await page.context().newPage();
  await other.goto(page.home);
  await other.locator("header h1", { hasText: "Bath" }).waitFor();
  await edit(page, "One");
  await edit(other, "Two");
  await other.getByText("was changed in another window too").waitFor();
  await library(page);
  const bath = (await titles(page)).filter((title) => title.startsWith("Bath"));
  assert.equal(bath.length, 2);
  // The other window's copy is renamed here, while it goes on there.
  const copy = dialog(page).locator(".library .shelf li").filter({ hasNotText: "on screen" }).filter({ hasText: "Bath" });
  await copy.getByRole("button", { name: /^Rename/ }).click();
  await dialog(page).locator("li input:focus").waitFor();
  await page.keyboard.type("Renamed here");
  await page.keyboard.press("Enter");
  await button(page, "Rename Renamed here").waitFor();
  await other.getByRole("button", { name: "Dismiss" }).click();
  await edit(other, "Three");
  await other.getByText("was changed in another window too").waitFor();
  // What it has open is deleted there, and kept again at its next change.
  await closeDialog(page);
  await library(page);
  await copy.getByRole("button", { name: /^Delete/ }).click();
  await edit(other, "Four");
  await other.reload();
  await other.locator("main").waitFor();
  assert.ok((await scenarios(other)).includes("Four"));
  await button(page, /Undo deleting/).click();
  await closeDialog(page);
  await library(page);
  assert.equal((await titles(page)).length, 5, "One, Two renamed, Four, Three brought back, and the borough");
});

for (const [name, says, block] of [
  [
    "refused",
    "This browser allows no changes to what it keeps: save files.",
    () => { Storage.prototype.setItem = () => { throw new DOMException("no", "SecurityError"); }; },
  ],
  [
    "full",
    "This browser has no room left for it: save a file",
    () => { Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }; },
  ],
]) {
  test(`storage that becomes ${name} says its sentence, changes nothing, and the file is the way out`, async (t) => {
    const page = await two(t);
    await library(page);
    const before = await titles(page);
    await page.evaluate(block);
    await button(page, `Duplicate ${before[1]}`).click();
    assert.ok((await answer(page)).startsWith(says));
    await button(page, `Rename ${before[1]}`).click();
    await dialog(page).locator("li input:focus").waitFor();
    await page.keyboard.type("Another");
    await page.keyboard.press("Enter");
    await dialog(page).locator("#retitle-error", { hasText: says }).waitFor();
    await page.keyboard.press("Escape");
    await button(page, `Rename ${before[1]}`).waitFor();
    assert.deepEqual(await titles(page), before);
    await button(page, `Delete ${before[1]}`).click();
    await button(page, /Undo deleting/).click();
    assert.ok((await answer(page)).startsWith(says));
    assert.deepEqual(new Set(await titles(page)), new Set(before), "it is back as long as the page is open");
    await closeDialog(page);
    await edit(page, "Ours");
    await page.getByText("does not keep your work: save a file").waitFor();
    await library(page);
    const download = page.waitForEvent("download");
    await button(page, "Save the library as a file").click();
    const saved = JSON.parse(await readFile(await (await download).path(), "utf8"));
    assert.equal(saved.workbooks.length, 2);
    assert.ok(saved.workbooks.some((workbook) => workbook.scenarios.some((scenario) => scenario.name === "Ours")));
  });
}

test("what there was no room for is kept once there is some, and to leave before that is asked about", async (t) => {
  const page = await two(t);
  await page.evaluate(() => {
    const { setItem, removeItem } = Storage.prototype;
    Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); };
    Storage.prototype.removeItem = function (key) {
      Storage.prototype.setItem = setItem;
      return removeItem.call(this, key);
    };
  });
  await edit(page, "Without room");
  await page.getByText("does not keep your work: save a file").waitFor();
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const question = await asked;
  assert.equal(question.type(), "beforeunload");
  await question.dismiss();
  await library(page);
  await button(page, `Delete ${BOROUGH}`).click();
  await closeDialog(page);
  page.on("dialog", () => assert.fail("nothing is lost any more"));
  await page.reload();
  await page.locator(".scenarios .name", { hasText: "Without room" }).waitFor();
});

test("a browser that allows no storage at all still lists what is open, and deletes nothing for good", async (t) => {
  const block = () =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } });
  const page = await two(t, { before: (page) => page.addInitScript(block) });
  await library(page);
  const before = await titles(page);
  assert.equal(before.length, 2);
  await button(page, `Delete ${before[1]}`).click();
  assert.equal(await answer(page), "This browser allows no changes to what it keeps: save files.");
  assert.deepEqual(await titles(page), before);
});

for (const width of [1440, 768, 320]) {
  test(`the library is accessible at ${width} pixels`, async (t) => {
    const page = await two(t, { width, height: 900 });
    await library(page);
    const own = (await titles(page))[1];
    await button(page, `Duplicate ${own}`).click();
    await button(page, `Delete Copy of ${own}`).click();
    await screenshot(page, `library-${width}`);
    await assertAccessible(page);
    await button(page, `Rename ${own}`).click();
    await screenshot(page, `library-renaming-${width}`);
    await assertAccessible(page);
    const beyond = await page.evaluate(() => {
      const dialog = document.querySelector("dialog");
      const edge = dialog.getBoundingClientRect().right;
      const over = [...dialog.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > edge);
      return [dialog.scrollWidth - dialog.clientWidth, ...over.map((element) => element.outerHTML)];
    });
    assert.deepEqual(beyond, [0], "nothing is beyond the dialog's edge");
  });
}
