//! What every browser test stands on: the built page on a local server, a Chromium, and a strict eye on both.

import assert from "node:assert/strict";
import { existsSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { env } from "node:process";
import { after } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { FLAGS, findChromium } from "./browser.mjs";
import { PATIENCE } from "./patience.mjs";
import { serve } from "./server.mjs";
import { toured } from "./toured.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The folder with the built page: DIST of the environment, else `dist`. */
export const DIST = resolve(ROOT, env.DIST ?? "dist");

/** Where the page lives on the test's site: a folder, since many hosts offer no more. */
const BASE = "/council/laa/";

export { PATIENCE } from "./patience.mjs";

let started;

async function startAll() {
  assert.ok(existsSync(join(DIST, "index.html")), `${DIST} holds no page: build it with "cargo xtask build"`);
  const executablePath = findChromium();
  assert.ok(executablePath, 'no Chromium was found: "cargo xtask test" installs one, or set CHROME to the path of yours');
  const server = await serve(DIST, BASE);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  return { server, browser };
}

/** The running server and browser, started at the first call of a test file and stopped after its last test. */
export function running() {
  started ??= startAll();
  return started;
}

after(async () => {
  const { server, browser } = (await started?.catch(() => undefined)) ?? {};
  await browser?.close();
  await server?.close();
});

/**
 * A new browser profile with one page on the site, closed when the test `t` ends.
 *
 * The test fails when the page wrote an error to the console, threw, broke its content security policy or asked
 * for anything beyond its own origin, unless one of the patterns in `allow` matches. The list so far is
 * `page.problems`, the address of the start page `page.home`.
 *
 * `width` and `height` are in CSS pixels; `hash` is put behind the address (with its #); `path` is put before it,
 * relative to the start page; `ready` is the selector to wait for (null: do not wait); `context` are further
 * options of Playwright's `browser.newContext`; `before(page)` runs before the page is opened; `first` says that nobody
 * has been here before, so that the tour begins by itself.
 */
export async function openPage(t, options = {}) {
  const { width = 1280, height = 800, hash = "", path = "", ready = "main", allow = [], context, before, first = false } = options;
  const { server, browser } = await running();
  // What a service worker answers cannot be held back by a test: the page has none unless the test is about it.
  const usual = { viewport: { width, height }, locale: "en-GB", serviceWorkers: "block" };
  const profile = await browser.newContext({ ...usual, ...context });
  if (!first) await profile.addInitScript(toured);
  const page = await profile.newPage();
  page.home = server.url;
  page.problems = [];
  const note = (kind, text) => page.problems.push(`${kind}: ${text}`);
  page.on("console", (message) => {
    if (message.type() === "error") note("console", message.text());
  });
  page.on("pageerror", (error) => note("exception", error.stack ?? error.message));
  page.on("crash", () => note("crash", "the browser's tab died"));
  profile.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${server.origin}/`)) {
      note("request beyond the page's origin", request.url());
    }
  });
  t.after(async () => {
    if (t.passed === false) await tellWhatStands(page, t);
    await profile.close();
    const unexpected = page.problems.filter((problem) => !allow.some((pattern) => pattern.test(problem)));
    assert.deepEqual(unexpected, [], "the page had problems");
  });
  page.setDefaultTimeout(PATIENCE);
  await before?.(page);
  await page.goto(server.url + path + hash);
  if (ready) await page.locator(ready).first().waitFor();
  return page;
}

/** A cell of a grid by its row and column: "Fewer falls, 2006/07". */
export function cell(page, label) {
  const escaped = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return page.locator("td.typed").and(page.getByRole("gridcell", { name: new RegExp(`^${escaped}(:|$)`) }));
}

/** What stands in a cell: its text, or what is being typed into it. */
export async function value(found) {
  const field = found.locator("input");
  return (await field.count()) ? field.inputValue() : found.locator(".value").innerText();
}

/** Types over what stands in a cell, as one does in a spreadsheet. */
export async function typeInto(page, found, text) {
  const field = found.locator("input");
  await ((await field.count()) ? field.fill(text) : found.focus().then(() => page.keyboard.type(text)));
}

/** What is on screen where a test failed: a picture in target/screenshots, and in words where the focus is and what is typed. */
async function tellWhatStands(page, t) {
  try {
    const path = await screenshot(page, `failed-${t.name.replace(/[^a-z0-9]+/gi, "-").slice(0, 80)}`, { timeout: 5000 });
    const stands = await page.evaluate(() => {
      const on = document.activeElement;
      const fields = [...document.querySelectorAll("main input, main textarea, main select")];
      return {
        address: location.href.slice(0, 200),
        focus: `${on?.tagName} #${on?.id} ${on?.getAttribute("aria-label") ?? ""}`,
        typed: fields.filter((field) => field.dataset.draft === "true").map((field) => `#${field.id}: ${field.value}`),
        says: document.querySelector("main")?.innerText.slice(0, 2000),
      };
    });
    t.diagnostic(`It is shown in ${path}: ${JSON.stringify(stands)}`);
  } catch (error) {
    t.diagnostic(`What stood there cannot be told: ${error.message}`);
  }
}

/** Waits until `read()` answers with something that is `right`, and says what it answered where it never does. */
export async function eventually(read, right) {
  const end = Date.now() + PATIENCE;
  let answer = await read();
  while (!right(answer)) {
    assert.ok(Date.now() < end, `still ${JSON.stringify(answer)}`);
    await sleep(50);
    answer = await read();
  }
}

/**
 * Has Yew draw from now on as on a slow machine, where it lets the browser go on after a step that took long: what it does
 * once something is drawn comes `later`, after all that is pressed meanwhile. The answer waits until nothing is left to do.
 */
export async function drawSlowly(page, later = 300) {
  await page.evaluate((later) => {
    const LONG = 20; // milliseconds, more than Yew goes on for
    const { now } = Date;
    const { setTimeout } = window;
    let asked = 0;
    window.left = 0;
    Date.now = () => now() + LONG * ++asked;
    window.setTimeout = (then, wait, ...given) => {
      if (wait !== 0) return setTimeout(then, wait, ...given);
      window.left++;
      return setTimeout(() => {
        window.left--;
        then(...given);
      }, later);
    };
  }, later);
  return () => eventually(() => page.evaluate(() => window.left), (left) => left === 0);
}

/** Writes what is on screen (`fullPage`: the whole page) to target/screenshots/NAME.png and returns the path. */
export async function screenshot(page, name, options = {}) {
  const folder = join(ROOT, "target", "screenshots");
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: "disabled", ...options });
  return path;
}

/** Fails where the page scrolls sideways. */
export async function assertFits(page, where) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  assert.ok(over <= 0, `${where} scrolls sideways by ${over} pixels`);
}

/** Fails when a field or a figure of a sheet does not show all that stands in it. */
export async function assertWhole(page, where) {
  const cut = await page.evaluate(() => {
    const fields = [...document.querySelectorAll("main input:not([type=range]), main .value")];
    const shown = fields.filter((field) => field.checkVisibility() && field.scrollWidth > field.clientWidth + 1);
    return shown.map((field) => `${field.getAttribute("aria-label") ?? field.id}: ${field.value ?? field.textContent}`);
  });
  assert.deepEqual(cut, [], `${where} cuts what stands in a field`);
}

/** Fails when axe finds an accessibility fault of WCAG 2.2 A or AA on the page as it stands. */
export async function assertAccessible(page, { exclude = [] } = {}) {
  const { source } = createRequire(import.meta.url)("axe-core");
  // Evaluated by the browser's debugger, which the page's policy does not bind.
  await page.evaluate(`${source}; undefined`);
  const found = await page.evaluate(
    async (excluded) => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
      const { violations } = await window.axe.run({ exclude: excluded }, { runOnly: tags });
      return violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map((node) => node.target.join(" ")) }));
    },
    exclude.map((selector) => [selector]),
  );
  assert.deepEqual(found, [], "axe found accessibility faults");
}
