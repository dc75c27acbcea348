//! Nothing but the page's own files is ever asked for: every request of a full tour, as the browser's own log has it.

import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { chromium } from "playwright-core";
import { FLAGS, findChromium } from "./browser.mjs";
import { DIST, PATIENCE, running } from "./harness.mjs";
import { toured } from "./toured.mjs";

// The browser looks up what the fields of a form are for, on behalf of the page but unasked.
const OWN_ERRANDS = "--disable-features=AutofillServerCommunication";

const BATH = "Bath & North East Somerset";

const open = (page, view) => page.getByRole("link", { name: view, exact: true }).click();
const press = (page, name) => page.getByRole("button", { name, exact: true }).first().click();

/** Once through everything that could load something. */
async function tour(page, home) {
  await page.goto(home);
  await page.getByText(/8 in 10 chance of at least/).first().waitFor();
  await page.getByText(/At its best the same money earns/).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  for (const view of await page.locator(".views a").allInnerTexts()) {
    await open(page, view);
    await page.locator("main .say, main h2").first().waitFor();
  }

  await open(page, "Best use");
  await press(page, "Find the best");
  await page.getByRole("heading", { name: /The same money can earn/ }).waitFor();
  await press(page, "Take it over into a new scenario");
  await page.getByText("The plan is in a new scenario.").waitFor();
  await open(page, "Goal seek");
  await page.getByLabel("To be at least").fill("1");
  await press(page, "Find what it takes");
  await page.getByRole("heading", { name: /£1 of reward is reached/ }).waitFor();
  await open(page, "Risk");
  await press(page, "Draw");
  await page.getByRole("table", { name: "100,000 draws, seed 2006" }).waitFor();
  await open(page, "Report");
  await page.getByRole("heading", { name: "To check these figures" }).waitFor();
  await page.emulateMedia({ media: "print" });
  await page.pdf();
  await page.emulateMedia({ media: null });

  await press(page, "Copy link");
  await page.getByText("QR code, and the link in capitals").click();
  await page.getByRole("img", { name: /^QR code of the link/ }).waitFor();
  const link = await page.getByLabel("The link", { exact: true }).inputValue();
  await press(page, "Copy");
  await page.getByText("Copied.").waitFor();
  await press(page, "Close");
  const saved = page.waitForEvent("download");
  await press(page, "Save file");
  await (await saved).path();

  await press(page, "Help");
  await press(page, "Show me round");
  for (let stop = 1; stop <= 5; stop += 1) {
    await page.getByText(`${stop} of 5`).waitFor();
    await press(page, stop < 5 ? "Next" : "Done");
  }
  await press(page, "Help");
  await press(page, "Begin a meeting");
  await press(page, "End the meeting");
  await press(page, "Open");
  await press(page, `Open the sample ${BATH}`);
  await page.locator("header h1", { hasText: BATH }).waitFor();

  await page.goto("about:blank");
  await page.goto(link);
  await page.locator("main").waitFor();
  await page.reload();
  await page.locator("main").waitFor();
  await page.goto(`${home}#/funding`);
  await page.getByRole("grid", { name: "Pounds by stream and year" }).waitFor();
  return link;
}

/** What the browser's log says was asked for on behalf of the page: addresses, names that were looked up, what was sent. */
function asked(path, origin) {
  const { constants, events } = JSON.parse(readFileSync(path, "utf8"));
  const names = Object.fromEntries(Object.entries(constants.logEventTypes).map(([name, type]) => [type, name]));
  const site = origin.replace(/:\d+$/, "");
  const all = events.map(({ type, source, params = {} }) => ({ event: names[type], by: source.id, ...params }));
  // The browser has errands of its own, which no flag stops in every build. Chromium notes on each request which
  // page it is for: an errand has no page that began it and is kept apart from every page's site.
  const errand = (one) => {
    const began = one.initiator ?? "not an origin";
    const kept = one.network_isolation_key ?? one.network_anonymization_key;
    return began === "not an origin" && !kept.startsWith(site);
  };
  const requests = all.filter((one) => one.event === "URL_REQUEST_START_JOB" && one.url && !errand(one));
  const looked = all.filter((one) => one.event === "HOST_RESOLVER_MANAGER_REQUEST" && one.host && !errand(one));
  const ours = new Set(requests.map((one) => one.by));
  const sent = all.filter((one) => one.event === "HTTP_TRANSACTION_SEND_REQUEST_HEADERS" && ours.has(one.by));
  return { requests, hosts: looked.map((one) => one.host), sent };
}

test("every request of a full tour is for one of the page's own files, and none carries the workbook", async (t) => {
  const { server } = await running();
  const folder = mkdtempSync(join(tmpdir(), "laa-log-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const log = join(folder, "net.json");
  const args = [...FLAGS, OWN_ERRANDS, `--log-net-log=${log}`, "--net-log-capture-mode=Everything"];
  const browser = await chromium.launch({ executablePath: findChromium(), args });
  t.after(() => browser.close());
  const context = await browser.newContext({ locale: "en-GB", permissions: ["clipboard-read", "clipboard-write"] });
  await context.addInitScript(toured);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const link = await tour(page, server.url);
  // The log is whole when the browser is gone.
  await browser.close();

  const { requests, hosts, sent } = asked(log, server.origin);
  const files = new Set(readdirSync(DIST));
  const names = new Set();
  for (const { url, method, upload_id } of requests) {
    if (/^(data|blob):/.test(url)) continue;
    const { origin, pathname, search } = new URL(url);
    assert.equal(origin, server.origin, url);
    const name = (origin + pathname).replace(server.url, "");
    assert.ok(name === "" || files.has(name), `${url} is no file of the page`);
    assert.equal(search, "", url);
    assert.equal(method, "GET", url);
    assert.equal(upload_id, undefined, `${url} had a body`);
    names.add(name);
  }
  for (const host of hosts) assert.equal(host, server.origin);

  // What was sent, byte for byte: neither the start of the link nor any other part of it.
  assert.ok(sent.length > 20, `only ${sent.length} requests`);
  const [carried] = new URL(link).hash.match(/^#k1[\w-]{20}/);
  for (const { line, headers } of sent) {
    const text = [line, ...headers].join("\n");
    assert.ok(!text.includes(carried.slice(1)) && !text.includes("#"), text);
    // Looking for a newer one of itself, the service worker names itself.
    const own = `Referer: ${server.url}offline.js`;
    const others = /^Service-Worker: script$/m.test(text) ? text.replace(own, "") : text;
    assert.doesNotMatch(others, /^(Referer|Cookie):/im);
  }
  // Page, parts, worker and service worker have all been heard.
  const forHosts = ["_headers", ".htaccess", "web.config"];
  const expected = [...files].filter((name) => name !== "index.html" && !forHosts.includes(name));
  assert.deepEqual(expected.filter((name) => !names.has(name)), [], "the log has every file of the page");
});
