//! Names that would be markup, scripts, formulas or turned writing elsewhere: text wherever they are seen or sent.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { openPage } from "./harness.mjs";

const FULL = new URL("../fixtures/full.json", import.meta.url);

/** What names could begin with or be, one kind of danger each. */
const HOSTILE = [
  '<img src=x onerror="alert(1)">',
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
  "'><iframe src=javascript:alert(1)>",
  '=HYPERLINK("https://evil.example","Pay")',
  "+SUM(1,1)*cmd|' /C calc'!A0",
  "-2+3",
  "@SUM(1+1)",
  "javascript:alert(1)",
  "&lt;b&gt; &amp; &#60;",
  "{{7*7}} ${7*7} %3Cimg%3E",
  "</title></table><x-evil>",
  "\\u003cb\\u003e \\x3c",
  "עברית 12, 34",
];

/** Everything in a workbook that is named or written by hand. */
function* written(workbook) {
  const { agreement } = workbook;
  yield [workbook, "title"];
  yield [agreement.area, "name"];
  for (const kind of ["blocks", "partners", "streams", "outcomes", "indicators"]) {
    for (const entry of agreement[kind]) yield [entry, "name"];
  }
  for (const slice of agreement.rules.sharing.top_slices) yield [slice, "name"];
  for (const scenario of workbook.scenarios) yield [scenario, "name"];
  for (const note of workbook.notes) {
    yield [note, "text"];
    if (note.source) yield [note, "source"];
  }
}

/** A workbook with a hostile name on everything, each of them once, and those names. */
async function hostile() {
  const workbook = JSON.parse(await readFile(FULL, "utf8"));
  const names = [];
  for (const [entry, key] of written(workbook)) {
    const name = `${HOSTILE[names.length % HOSTILE.length]} ${names.length}`;
    entry[key] = name;
    names.push(name);
  }
  for (const [at, indicator] of workbook.agreement.indicators.entries()) {
    indicator.unit = ["<b>u</b>", "=1+1", "%", "@u"][at % 4];
  }
  return { workbook, names };
}

const buffer = (workbook) => ({ name: "theirs.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(workbook)) });

async function openFile(page, workbook) {
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByLabel("A file", { exact: true }).setInputFiles(buffer(workbook));
}

/** Fails where a name has become more than text; answers with all text that the page holds. */
async function assertInert(page, where) {
  const { made, text } = await page.evaluate(() => {
    const dangers = "img, iframe, object, embed, x-evil, main script, [onerror], [onload], [href^='javascript:']";
    const all = [document.body, ...document.querySelectorAll("dialog")];
    const fields = [...document.querySelectorAll("input, textarea, option")].map((field) => field.value);
    const labels = [...document.querySelectorAll("[aria-label]")].map((element) => element.getAttribute("aria-label"));
    return {
      made: [...document.querySelectorAll(dangers)].map((element) => element.outerHTML),
      text: [...all.map((element) => element.textContent), ...fields, ...labels].join("\n"),
    };
  });
  assert.deepEqual(made, [], `${where}: a name became an element`);
  return text;
}

/** Looks at every view, what is folded in it, every dialog and the printed page; answers with all that was read. */
async function lookAround(page) {
  let read = "";
  for (const view of await page.locator(".views a").allInnerTexts()) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.locator("main .say, main h2").first().waitFor();
    for (const folded of await page.locator("main summary:visible").all()) await folded.click();
    read += await assertInert(page, view);
  }
  await page.emulateMedia({ media: "print" });
  read += await assertInert(page, "the printed page");
  await page.emulateMedia({ media: null });
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  read += await assertInert(page, "Edit");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  for (const name of ["Open", "Copy link", "Paste a link or code", "Help"]) {
    await page.getByRole("button", { name, exact: true }).click();
    await page.locator("dialog[open] h2").first().waitFor();
    for (const folded of await page.locator("dialog summary:visible").all()) await folded.click();
    read += await assertInert(page, name);
    await page.keyboard.press("Escape");
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  }
  return read;
}

/** A page that opened the file, with an ear for alerts. */
async function withHostile(t, workbook, options) {
  const page = await openPage(t, options);
  page.on("dialog", (dialog) => {
    page.problems.push(`a dialog of the browser: ${dialog.message()}`);
    dialog.dismiss();
  });
  await openFile(page, workbook);
  await page.locator("header h1").filter({ hasText: workbook.title }).waitFor();
  return page;
}

test("hostile names out of a file are text in every view, dialog and on paper", async (t) => {
  const { workbook, names } = await hostile();
  const page = await withHostile(t, workbook);
  const read = await lookAround(page);
  assert.deepEqual(names.filter((name) => !read.includes(name)), [], "every name is seen as it was written");
});

test("hostile names that are typed stay as typed", async (t) => {
  const page = await openPage(t);
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  const field = page.getByLabel(/^Name of (the )?/).first();
  for (const name of HOSTILE) {
    await field.fill(name);
    await field.press("Enter");
    assert.equal(await field.inputValue(), name);
    await assertInert(page, name);
  }
});

test("what leaves by file and link holds hostile names as text, and they arrive as they were", async (t) => {
  const { workbook } = await hostile();
  const page = await withHostile(t, workbook);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save file" }).click();
  const file = await download;
  assert.match(file.suggestedFilename(), /^[\w-][\w.-]*\.json$/, "no name reaches the folders of a computer as it is");
  const saved = JSON.parse(await readFile(await file.path(), "utf8"));
  const texts = (from) => Array.from(written(from), ([entry, key]) => entry[key]);
  assert.deepEqual(texts(saved), texts(workbook));

  await page.getByRole("button", { name: "Copy link" }).click();
  for (const box of await page.locator("dialog[open]").getByLabel(/^Also/).all()) await box.check();
  const link = new URL(await page.getByLabel("The link", { exact: true }).inputValue());
  assert.match(link.hash, /^#k1[\w-]+$/);
  assert.match(await page.locator("header button.code").innerText(), /\s[0-9A-Z-]{8}$/);

  const other = await openPage(t, { hash: link.hash });
  const again = other.waitForEvent("download");
  await other.getByRole("button", { name: "Save file" }).click();
  const arrived = JSON.parse(await readFile(await (await again).path(), "utf8"));
  assert.deepEqual(new Set(texts(arrived)), new Set(texts(workbook)));
  await lookAround(other);
});

test("a cell that is copied is a figure alone, so that no spreadsheet can run it", async (t) => {
  const { workbook } = await hostile();
  const page = await withHostile(t, workbook, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  let copied = 0;
  for (const view of ["Funding", "Allocation", "Pump-priming", "Indicators"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.locator("main .say, main h2").first().waitFor();
    const cells = page.locator("main td.typed");
    for (let at = 0; at < Math.min(await cells.count(), 12); at += 1, copied += 1) {
      await page.evaluate(() => navigator.clipboard.writeText("nothing"));
      await cells.nth(at).focus();
      await page.keyboard.press("Control+c");
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /^[\d.,–  ]*$/, `${view}, cell ${at}`);
    }
  }
  assert.ok(copied > 20, `${copied} cells`);
});

/** Puts a text into a field, as by a paste, and fails where it is not refused in a sentence beside it. */
async function assertRefused(page, field, text) {
  const was = await field.inputValue();
  await field.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
  await field.press("Enter");
  await page.locator("[aria-invalid=true]").and(field).waitFor();
  const [error] = (await field.getAttribute("aria-describedby")).split(" ").slice(-1);
  assert.match(await page.locator(`#${error}`).innerText(), /has characters that cannot be shown. Type it again\.$/);
  await field.press("Escape");
  assert.equal(await field.inputValue(), was);
}

test("every field for words refuses writing that turns its direction", async (t) => {
  const page = await openPage(t, { width: 1440 });
  const openers = {
    Funding: page.locator("main summary").last(),
    Indicators: page.getByRole("button", { name: /^New business registration rate/ }),
    Compare: page.getByText("Note on Single pot"),
    Agreement: page.getByRole("button", { name: /^Edit the note/ }),
  };
  let fields = 0;
  for (const [view, opener] of Object.entries(openers)) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await opener.first().click();
    const words = page.locator("main").locator("input[inputmode=text]:enabled:visible, textarea:enabled:visible");
    await words.first().waitFor();
    for (let at = 0; at < (await words.count()); at += 1, fields += 1) {
      await assertRefused(page, words.nth(at), "Pay \u202e000,1£");
    }
  }
  assert.ok(fields > 20, `only ${fields} fields`);
});

test("writing that turns its direction is refused in a name, and in a file as a whole", async (t) => {
  const page = await openPage(t);
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const field = page.getByLabel("Name of this scenario");
  for (const character of ["\u202e", "\u202d", "\u2066", "\u2067", "\u200f", "\u061c", "\u0007"]) {
    await assertRefused(page, field, `Pay ${character}000,1£`);
  }
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const before = await page.locator("header h1").innerText();
  const { workbook } = await hostile();
  for (const [entry, key] of written(workbook)) {
    const kept = entry[key];
    entry[key] = "Pay \u202e000,1£";
    await openFile(page, workbook);
    await page.getByText(/^This file does not hold together: .* cannot be shown\./).waitFor();
    await page.getByRole("button", { name: "Dismiss" }).click();
    entry[key] = kept;
  }
  assert.equal(await page.locator("header h1").innerText(), before, "what is on screen stays");
});

for (const width of [768, 320]) {
  test(`words without a space do not leave the page at ${width} pixels`, async (t) => {
    const { workbook } = await hostile();
    for (const [at, [entry, key]] of [...written(workbook)].entries()) {
      entry[key] = `Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle${at}`;
    }
    const page = await withHostile(t, workbook, { width, height: 900 });
    for (const view of await page.locator(".views a").allInnerTexts()) {
      await page.getByRole("link", { name: view, exact: true }).click();
      await page.locator("main .say, main h2").first().waitFor();
      // What stands further down comes a frame later.
      await page.locator("main .later").first().waitFor({ state: "detached" });
      const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(over <= 0, `${view} scrolls sideways by ${over} pixels`);
    }
  });
}
