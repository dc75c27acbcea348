//! Do the samples' links and files show the same words, pounds, odds and codes in another engine as in Chromium?

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { test } from "node:test";
import { eventually, openPage, running } from "../harness.mjs";
import { launch } from "./launch.mjs";

const ENGINE = env.ENGINE ?? "firefox";
const SAMPLES = ["An illustrative borough", "Bath & North East Somerset", "Telford & Wrekin", "Shropshire"];

/** The views that are looked at once more when the sample came as a file: there the scenarios stand in another order. */
const BY_FILE = ["Position", "Reward", "Risk"];

/** What is on screen, as text that no engine breaks into lines of its own; null while any of it is still to come. */
const READ = `
  const main = document.querySelector("main");
  const text = (element) => element?.textContent.replace(/\\s+/g, " ").trim();
  if (!main || main.querySelector("[aria-busy=true], .later") || /Working it out…|One moment…/.test(text(main))) return null;
  return JSON.stringify({
    view: text(document.querySelector(".views .on")),
    code: text(document.querySelector("header button.code"))?.split(" ").at(-1),
    scenarios: [...document.querySelectorAll(".scenario")].map(text),
    // What was said last is about how it came here.
    words: [...main.children].filter((part) => !part.matches(".said")).map(text).join(" "),
    typed: [...main.querySelectorAll("input, select, textarea")].map((field) => field.value),
  });
`;

/** Presses the one of the elements that match `arguments[0]` whose text is `arguments[1]`; says whether it is there. */
const PRESS = `
  const found = [...document.querySelectorAll(arguments[0])].find((one) => one.textContent.trim() === arguments[1]);
  found?.click();
  return found !== undefined;
`;

const TITLE = `return document.querySelector("header h1").textContent.includes(arguments[0]);`;

const VIEWS = `return [...document.querySelectorAll(".views a")].map((one) => one.textContent.trim());`;

/** A page of Playwright, asked as a session of another engine is. */
function asked(page) {
  const call = ([body, args]) => new Function(body)(...args);
  return { run: (body, ...args) => page.evaluate(call, [body, args]) };
}

/** The place where two texts part, in as many words as a reader needs. */
function parting(seen, expected) {
  const [one, other] = [seen, expected].map((facts) => JSON.stringify(facts) ?? "nothing");
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  const from = Math.max(0, at - 80);
  return `“${one.slice(from, at + 80)}” is not “${other.slice(from, at + 80)}”`;
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Goes to a view and answers with what it shows once that is whole and, where it is known, `expected`. */
async function look(browser, view, expected) {
  await eventually(() => browser.run(PRESS, ".views a", view), Boolean);
  let before;
  let seen;
  const read = async () => {
    before = seen;
    return (seen = JSON.parse(await browser.run(READ)));
  };
  const whole = (now) => now?.view === view && same(now, before);
  // What comes late is waited for; what differs for good is told by the comparison that follows.
  const right = (now) => whole(now) && (!expected || same(now, expected));
  await eventually(read, right).catch((reason) => {
    if (!expected) throw reason;
  });
  return seen;
}

/** The sample's link with everything ticked and its file, each with what Chromium shows of it, view by view. */
async function reference(t, sample) {
  const page = await openPage(t, { width: 1280, height: 900 });
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: `Open the sample ${sample}` }).click();
  await page.getByRole("heading", { level: 1, name: new RegExp(sample) }).waitFor();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save file" }).click();
  const file = join(await mkdtemp(join(tmpdir(), "laa-sample-")), "sample.json");
  t.after(() => rm(dirname(file), { recursive: true }));
  await (await download).saveAs(file);
  await page.getByRole("button", { name: "Copy link" }).click();
  const dialog = page.getByRole("dialog", { name: "Copy link" });
  const link = dialog.getByLabel("The link", { exact: true });
  await link.waitFor();
  for (const tick of await dialog.getByRole("checkbox", { name: /^Also/ }).all()) await tick.check();
  const address = await link.inputValue();
  await page.keyboard.press("Escape");
  const opened = await openPage(t, { width: 1280, height: 900, hash: new URL(address).hash });
  return { address, file, byLink: await tour(opened, await asked(opened).run(VIEWS)), byFile: await tour(page, BY_FILE) };
}

/** What a page of Playwright shows in the views that are asked for. */
async function tour(page, views) {
  const shown = new Map();
  for (const view of views) shown.set(view, await look(asked(page), view));
  return shown;
}

/** Fails where a session does not show what Chromium showed. */
async function compare(session, shown, how) {
  for (const [view, expected] of shown) {
    const seen = await look(session, view, expected);
    assert.ok(same(seen, expected), `${view}, ${how}: ${parting(seen, expected)}`);
  }
}

for (const sample of SAMPLES) {
  test(`${sample} shows the same in ${ENGINE} as in Chromium, by link and by file`, async (t) => {
    const { address, file, byLink, byFile } = await reference(t, sample);
    assert.match(byLink.get("Position").words, /£[\d,]+/);
    if (sample === SAMPLES[0]) assert.match(byLink.get("Risk").words, /8 in 10 chance of at least £[\d,.]+/);
    const { session, close } = await launch(ENGINE);
    t.after(close);
    await session.size(1280, 900);
    await session.open(address);
    await compare(session, byLink, "opened by its link");

    // From a fresh start, or the file would only lead back to what the link brought.
    await session.run("localStorage.clear()");
    await session.open("about:blank");
    await session.open((await running()).server.url);
    await eventually(() => session.run(PRESS, "button", "Open"), Boolean);
    await eventually(() => session.run(`return document.querySelector("#open-file") !== null;`), Boolean);
    await session.type("#open-file", file);
    await eventually(() => session.run(TITLE, sample), Boolean);
    await compare(session, byFile, "opened from its file");
  });
}
