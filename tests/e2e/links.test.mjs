//! Does a workbook leave by link and file and come back whole, with nothing that was not ticked?

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { assertAccessible, eventually, openPage, typeInto } from "./harness.mjs";

const code = async (page) => (await page.locator("header button.code").innerText()).split(/\s+/).at(-1);
const said = (page) => page.locator("main .said p").innerText();
const title = (page) => page.locator("header h1").evaluate((heading) => heading.firstChild.textContent);
const reward = (page) => page.locator(".scenarios .on b").innerText();
const scenarios = (page) => page.locator(".scenarios .name").allInnerTexts();
const fragment = (page) => page.evaluate(() => window.location.hash);

/** The fragment once nothing waits to be written there: the page writes twice a second at most. */
async function settled(page) {
  const twice = async () => {
    const first = await fragment(page);
    await page.waitForTimeout(700);
    return [first, await fragment(page)];
  };
  await eventually(twice, ([first, second]) => first === second);
  return fragment(page);
}

/** Renames the open scenario, which is a change that needs no view. */
async function rename(page, name) {
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByLabel("Name of this scenario").fill(name);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
}

/** Types the pounds of an outcome in the first year, which changes the figures. */
async function spend(page, pounds) {
  await page.getByRole("link", { name: "Allocation" }).click();
  const first = page.locator("main td.typed").first();
  await first.waitFor();
  await typeInto(page, first, pounds);
  await page.keyboard.press("Enter");
  await first.filter({ hasText: Number(pounds).toLocaleString("en-GB") }).waitFor();
}

/** Opens the panel of Copy link, ticks what is asked for and returns the link. */
async function link(page, ...ticks) {
  await page.getByRole("button", { name: "Copy link" }).click();
  for (const tick of ticks) await page.getByLabel(tick).check();
  const text = await page.getByLabel("The link", { exact: true }).inputValue();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  return new URL(text);
}

async function paste(page, text) {
  await page.getByRole("button", { name: "Paste a link or code" }).click();
  await page.getByLabel("A link, the mail that it came in").fill(text);
  await page.getByRole("button", { name: "Open or compare" }).click();
}

test("a link brings the same code and pounds to a fresh browser", async (t) => {
  const page = await openPage(t);
  await spend(page, "1234567");
  const url = await link(page);
  const fresh = await openPage(t, { hash: url.hash });
  assert.equal(await code(fresh), await code(page));
  assert.equal(await reward(fresh), await reward(page));
  assert.deepEqual(await scenarios(fresh), ["Single pot"]);
  assert.match(await said(fresh), /^Opened\./);
});

test("nothing of another scenario is in a link unless it is ticked", async (t) => {
  const page = await openPage(t);
  const open = (number) => page.locator(".scenarios button.scenario").nth(number).click();
  const before = await link(page);
  await open(0);
  await rename(page, "Walk-away position");
  await spend(page, "1234567");
  const walkAway = await code(page);
  await open(1);
  // What a link leaves out cannot change it: not by one character.
  assert.equal((await link(page)).hash, before.hash);
  await page.waitForFunction((hash) => window.location.hash === hash, before.hash);
  const ticked = await link(page, "Also the scenario “Walk-away position”");
  const fresh = await openPage(t, { hash: ticked.hash });
  assert.deepEqual(await scenarios(fresh), ["Single pot", "Walk-away position"]);
  await fresh.getByRole("button", { name: "Walk-away position" }).click();
  assert.equal(await code(fresh), walkAway);
});

test("numbers only leaves own names at home", async (t) => {
  const page = await openPage(t);
  await rename(page, "Walk-away position");
  const url = await link(page, /^Numbers only/);
  const fresh = await openPage(t, { hash: url.hash });
  assert.equal(await code(fresh), await code(page));
  assert.doesNotMatch(await fresh.locator("body").innerText(), /Walk-away/);
});

test("a link that mail programs may cut says so, and numbers only shortens it", async (t) => {
  const page = await openPage(t);
  await page.getByRole("button", { name: "Copy link" }).click();
  const length = page.locator("#link-length");
  const characters = async () => Number((await length.innerText()).split(" ")[0].replace(",", ""));
  const bare = await characters();
  await page.getByLabel("Also the notes").check();
  await page.getByText("mail programs cut a link of this length").waitFor();
  assert.ok((await characters()) > bare);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save what goes as a file" }).click();
  const sent = JSON.parse(await readFile(await (await download).path(), "utf8"));
  assert.deepEqual(sent.scenarios.map((scenario) => scenario.name), ["Single pot"]);
  assert.ok(sent.notes.length > 0);
  await page.getByLabel(/^Numbers only/).check();
  assert.ok((await characters()) <= bare);
});

test("the panel says what goes, and no tick is left from last time", async (t) => {
  const page = await openPage(t);
  await link(page, "Also the scenario “Ring-fenced blocks”");
  await page.getByRole("button", { name: "Copy link" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy link" });
  assert.equal(await dialog.getByRole("checkbox", { checked: true }).count(), 0);
  assert.match(await dialog.innerText(), /Anyone with this link can read the figures\. It cannot be recalled\./);
  assert.match(await dialog.locator("#link-length").innerText(), /^\d+,?\d* characters\./);
  await assertAccessible(page);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  const focused = await page.evaluate(() => document.activeElement?.textContent);
  assert.equal(focused, "Copy link", "the focus returns");
});

test("a link is copied", async (t) => {
  const page = await openPage(t, { context: { permissions: ["clipboard-read", "clipboard-write"] } });
  await page.getByRole("button", { name: "Copy link" }).click();
  await page.getByRole("button", { name: "Copy", exact: true }).first().click();
  await page.getByText("Copied.").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.getByLabel("The link", { exact: true }).inputValue());
});

test("a link in the query opens too, and the address is tidied at the next change", async (t) => {
  const sender = await openPage(t);
  const url = await link(sender);
  const page = await openPage(t, { path: `?s=${url.hash.slice(1)}` });
  assert.equal(await code(page), await code(sender));
  await rename(page, "Ours");
  await page.waitForFunction(() => window.location.hash.startsWith("#k1"));
  assert.equal(await page.evaluate(() => window.location.search), "");
});

test("a link that was cut says so and leaves the work on screen", async (t) => {
  const page = await openPage(t);
  await rename(page, "Ours");
  const url = await link(page);
  await page.goto("about:blank");
  await page.goto(page.home + url.hash.slice(0, 120));
  await page.locator("main").waitFor();
  assert.match(await said(page), /was cut short: 119 of \d+ characters arrived/);
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "Ours"]);
});

test("a cut link in a fresh browser shows its sentence and an illustration", async (t) => {
  const page = await openPage(t, { hash: "#k1AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" });
  assert.match(await said(page), /Here is an illustration instead\.$/);
});

test("a link pasted into the address bar opens beside what was there", async (t) => {
  const sender = await openPage(t);
  await spend(sender, "1234567");
  const url = await link(sender);
  const page = await openPage(t);
  await page.evaluate((hash) => (window.location.hash = hash), url.hash);
  await page.locator(".scenarios .name", { hasText: "Single pot (received)" }).waitFor();
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "Single pot", "Single pot (received)"]);
  assert.equal(await code(page), await code(sender));
  await page.getByRole("button", { name: "Undo" }).click();
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "Single pot"]);
});

test("a link in a mail is pasted, and a code is compared", async (t) => {
  const sender = await openPage(t);
  await spend(sender, "1234567");
  const url = await link(sender);
  const spoken = await code(sender);
  const page = await openPage(t);
  await paste(page, spoken);
  await page.getByText("is not among the scenarios here").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await paste(page, `Dear all,\n\nour offer: <${url.href}>\n\nRegards`);
  await page.locator(".scenarios .name", { hasText: "Single pot (received)" }).waitFor();
  await paste(page, spoken.toLowerCase().replace("-", " "));
  await page.getByRole("dialog").getByText("Both sides see the same figures").waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await paste(page, "No link at all");
  await page.getByText("There is no link in this text").waitFor();
});

test("reloading restores a view and a scenario that were opened and nothing changed", async (t) => {
  const page = await openPage(t);
  const kept = () => page.evaluate(() => Object.values(localStorage).join("\n"));
  await eventually(kept, (kept) => kept.includes('"view":"/position"'));
  const opened = async (what) => {
    const before = await kept();
    await what.click();
    await eventually(kept, (now) => now !== before);
  };
  await opened(page.getByRole("link", { name: "Reward", exact: true }));
  await opened(page.locator(".scenario").filter({ hasText: "Ring-fenced blocks" }));
  await page.reload();
  await page.locator("main").waitFor();
  assert.equal(await page.locator(".views .on").innerText(), "Reward");
  assert.match(await page.locator(".scenarios .on").innerText(), /Ring-fenced blocks/);
});

test("a page that is loaded anew at once has open what was, and takes its own link for nobody's offer", async (t) => {
  const page = await openPage(t);
  await spend(page, "1234567");
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await page.locator(".scenario[aria-current]").filter({ hasText: "Scenario 1" }).waitFor();
  // As browsers do that lose for a moment what was written into an entry.
  await page.evaluate(() => history.replaceState(null, ""));
  await page.reload();
  await page.locator("main").waitFor();
  assert.match(await page.locator(".scenario[aria-current]").innerText(), /^Scenario 1/);
  assert.equal(await page.locator(".views .on").innerText(), "Allocation");
});

test("reloading restores the work, the view and the open scenario", async (t) => {
  const page = await openPage(t);
  await spend(page, "1234567");
  await page.getByRole("button", { name: "+ New scenario" }).click();
  const before = [await code(page), await scenarios(page), await reward(page)];
  await page.reload();
  await page.locator("main").waitFor();
  assert.deepEqual([await code(page), await scenarios(page), await reward(page)], before);
  assert.equal(await page.locator(".views .on").innerText(), "Allocation");
  await page.goto("about:blank");
  await page.goto(page.home);
  await page.locator("main").waitFor();
  assert.deepEqual(await scenarios(page), before[1]);
});

test("the address carries the link after a change and keeps it through the views", async (t) => {
  const page = await openPage(t);
  assert.equal(await fragment(page), "");
  await rename(page, "Ours");
  await page.waitForFunction(() => window.location.hash.startsWith("#k1"));
  const carried = await fragment(page);
  await page.getByRole("link", { name: "Allocation" }).click();
  await page.evaluate(() => (window.location.hash = "#/reward"));
  await page.locator(".views .on", { hasText: "Reward" }).waitFor();
  await page.waitForFunction((hash) => window.location.hash === hash, carried);
});

test("opening a sample overwrites nothing, and Back returns to what can be undone as before", async (t) => {
  const page = await openPage(t);
  await rename(page, "Ours");
  const before = await title(page);
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: /Open the sample Bath/ }).click();
  await page.locator("header h1", { hasText: "Bath" }).waitFor();
  assert.match(await said(page), /is untouched: choose Open to go back to it\.$/);
  await page.goBack();
  await page.locator("header h1", { hasText: before }).waitFor();
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "Ours"]);
  await page.goForward();
  await page.locator("header h1", { hasText: "Bath" }).waitFor();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await assertAccessible(page);
  await page.getByRole("button", { name: `Open ${before}, kept here` }).click();
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "Ours"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".scenario", { hasText: "Ours" }).waitFor({ state: "detached" });
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "Single pot"]);
});

test("Back to a scenario that is no longer there leaves in the address bar the link of what is open", async (t) => {
  const page = await openPage(t);
  const open = (name) => page.locator(".scenario[aria-current]").filter({ hasText: name }).waitFor();
  await page.getByRole("button", { name: "+ New scenario" }).click();
  await open("Scenario 1");
  await settled(page);
  await page.locator(".scenario").filter({ hasText: "Single pot" }).click();
  await open("Single pot");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.locator(".scenarios .name").nth(2).waitFor({ state: "detached" });
  const before = await settled(page);
  await rename(page, "Ours");
  const carried = await settled(page);
  assert.notEqual(carried, before);
  await page.goBack();
  await open("Ours");
  await eventually(() => fragment(page), (hash) => hash === carried);
});

test("a file is saved and opened again", async (t) => {
  const page = await openPage(t);
  await rename(page, "Ours");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save file" }).click();
  const path = await (await download).path();
  assert.equal(JSON.parse(await readFile(path, "utf8")).scenarios[1].name, "Ours");
  const other = await openPage(t);
  await other.getByRole("button", { name: "Open", exact: true }).click();
  await other.getByLabel("A file").setInputFiles(path);
  await other.getByRole("button", { name: "Ours" }).waitFor();
  assert.equal(await code(other), await code(page));
  await other.getByRole("button", { name: "Open", exact: true }).click();
  await other.getByLabel("A file").setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{}") });
  await other.getByText("This is not a workbook of this page").waitFor();
});

for (const [name, block] of [
  ["blocked", () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
  ["full", () => { Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }; }],
]) {
  test(`a browser whose storage is ${name} says so once and works on`, async (t) => {
    const page = await openPage(t, { before: (page) => page.addInitScript(block) });
    await page.getByText("does not keep your work: save a file").waitFor();
    await page.getByRole("button", { name: "Dismiss" }).click();
    await rename(page, "Ours");
    await page.getByRole("button", { name: "+ New scenario" }).click();
    assert.equal(await page.getByText("does not keep your work").count(), 0);
    const before = await title(page);
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByRole("button", { name: /Open the sample Bath/ }).click();
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByRole("button", { name: `Open ${before}, kept here` }).click();
    assert.equal((await scenarios(page))[1], "Ours");
  });
}

test("two windows do not write over each other", async (t) => {
  const page = await openPage(t);
  const other = await page.context().newPage();
  await other.goto(page.home);
  await other.locator("main").waitFor();
  await rename(page, "One");
  await rename(other, "Two");
  await other.getByText("was changed in another window too").waitFor();
  const steps = await other.evaluate(() => history.length);
  await rename(other, "Two again");
  assert.equal(await other.evaluate(() => history.length), steps, "going on as a copy is no step to go back from");
  await page.reload();
  await page.locator("main").waitFor();
  assert.deepEqual(await scenarios(page), ["Ring-fenced blocks", "One"]);
});

test("an offer opened in a second window stays, whatever the first one keeps after it", async (t) => {
  const theirs = await openPage(t);
  await spend(theirs, "1234567");
  const offer = await link(theirs);
  const page = await openPage(t);
  await rename(page, "Ours");
  const other = await page.context().newPage();
  await other.goto(page.home + offer.hash);
  await other.locator(".scenarios .name").nth(2).waitFor();
  const joined = await scenarios(other);
  await page.getByRole("link", { name: "Reward", exact: true }).click();
  await page.getByRole("heading", { name: "Indicator by indicator to the total" }).waitFor();
  await rename(page, "Ours again");
  await page.getByText("was changed in another window too").waitFor();
  await other.reload();
  await other.locator("main").waitFor();
  assert.deepEqual(await scenarios(other), joined);
});

test("the title of the page gives no workbook away", async (t) => {
  const page = await openPage(t);
  assert.equal(await page.title(), "Local Area Agreement");
});
