//! Once visited, the page works without a connection; a newer version is announced and never swapped in unasked.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { DIST, PATIENCE, eventually, running } from "./harness.mjs";
import { serve } from "./server.mjs";
import { toured } from "./toured.mjs";

/** A host of its own with a copy of the page, and a profile that has visited it and kept it. */
async function visited(t) {
  const { browser } = await running();
  const folder = mkdtempSync(join(tmpdir(), "laa-"));
  cpSync(DIST, folder, { recursive: true });
  const server = await serve(folder, "/council/laa/");
  const context = await browser.newContext({ locale: "en-GB" });
  let open = true;
  const unplug = async () => {
    if (open) await server.close();
    open = false;
  };
  t.after(async () => {
    await context.close();
    await unplug();
    rmSync(folder, { recursive: true });
  });
  await context.addInitScript(toured);
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(server.url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return { page, context, folder, url: server.url, unplug };
}

/** Puts another build in the place of the one that is hosted, its page marked. */
function publish(folder, build, change = (files) => files) {
  const page = join(folder, "index.html");
  writeFileSync(page, readFileSync(page, "utf8").replace("<head>", '<head><meta name="newer" />'));
  const path = join(folder, "offline.js");
  const script = readFileSync(path, "utf8").replace(/const BUILD = ".*";/, `const BUILD = "${build}";`);
  writeFileSync(path, script.replace(/const FILES = (\{[^}]*\});/, (_, files) => `const FILES = ${change(files)};`));
}

const newer = (page) => page.getByText("A newer version of this page is ready.");
const KEPT = "laa /council/laa/ ";

/** The builds that are kept. */
const builds = (page) =>
  page.evaluate(
    async (kept) => (await caches.keys()).filter((name) => name.startsWith(kept)).map((name) => name.slice(kept.length)),
    KEPT,
  );

/** Lets a minute go by for what is noted of windows. */
const wait = (page) =>
  page.evaluate(async (kept) => {
    const notes = await caches.open(`notes of ${kept}`);
    for (const { url } of await notes.keys()) {
      const note = await (await notes.match(url)).json();
      if (note.since) await notes.put(url, new Response(JSON.stringify({ ...note, since: note.since - 60_000 })));
    }
  }, KEPT);

/** Looks for another build on the host, and waits until it has arrived, or has failed to. */
async function look(page, arrives) {
  await page.evaluate(async (arrives) => {
    const registration = await navigator.serviceWorker.ready;
    const before = registration.waiting;
    await registration.update().catch(() => undefined);
    const settled = () => registration.installing === null && (!arrives || (registration.waiting ?? before) !== before);
    while (!settled()) await new Promise((done) => setTimeout(done, 50));
  }, arrives);
}

/** Has the build that waits take over, as a person does. */
async function use(page) {
  await newer(page).waitFor();
  const reloaded = page.waitForEvent("load");
  await page.getByRole("button", { name: "Use it now" }).click();
  await reloaded;
  await page.locator("main").first().waitFor();
}

test("after one visit the page, its parts and its worker need no connection", async (t) => {
  const { page, context, url, unplug } = await visited(t);
  await unplug();
  await page.reload();
  await page.getByText(/chance of at least|Set delivery risks/).first().waitFor();
  for (const view of ["Funding", "Compare", "Reward"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    await page.locator("main h2").first().waitFor();
  }
  await page.getByRole("button", { name: "Copy link" }).click();
  const link = await page.locator("dialog[open] textarea").first().inputValue();
  const escaped = await context.newPage();
  await escaped.goto(link.replace("#", "%23"));
  await escaped.getByText("Its figures are here already").waitFor();
  assert.ok(escaped.url().startsWith(`${url}#`), escaped.url());
});

test("a newer version is announced, not swapped in unasked, and used when a person says so", async (t) => {
  const { page, folder } = await visited(t);
  const [before] = await builds(page);
  publish(folder, "the-next");
  await page.reload();
  await newer(page).waitFor();
  const script = await page.evaluate(() => navigator.serviceWorker.controller.state);
  assert.equal(script, "activated");
  await page.getByRole("button", { name: "Later" }).click();
  assert.ok(await newer(page).isHidden());
  assert.deepEqual(await builds(page), [before, "the-next"]);
  await page.reload();
  assert.equal(await page.locator("meta[name=newer]").count(), 0, "the old build is still in charge");
  await use(page);
  assert.equal(await page.locator("meta[name=newer]").count(), 1, "the newer page is shown");
  assert.ok(await newer(page).isHidden());
});

test("a version that has not arrived whole is not used, and nothing of it stays", async (t) => {
  const { page, folder, unplug } = await visited(t);
  const before = await builds(page);
  publish(folder, "half", (files) => files.replace("{", '{ "missing.wasm": "",'));
  await page.reload();
  await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => undefined));
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.ready;
    return registration.installing === null && registration.waiting === null;
  });
  assert.ok(await newer(page).isHidden());
  // The browser may be trying a second time meanwhile.
  await eventually(() => builds(page), (now) => now.join() === before.join());
  await unplug();
  await page.reload();
  await page.getByText("Where the money goes").waitFor();
});

/** One more window, which shows the build in charge. */
async function another(context, url) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.goto(url);
  await page.locator("main").first().waitFor();
  return page;
}

/** Whether a window still gets a file by the name that only its own build has. */
const gets = (page, file) =>
  page.evaluate(async (file) => (await fetch(file)).text().catch(() => "nothing"), file);

test("a window that shows an older build keeps it through two newer ones and a broken one", async (t) => {
  const { page, context, folder, url } = await visited(t);
  const [first] = await builds(page);
  const own = (build) => (files) => files.replace("{", `{ "${build}.txt": "",`);
  const put = (build) => {
    writeFileSync(join(folder, `${build}.txt`), build);
    publish(folder, build, own(build));
  };
  const old = await another(context, url);
  // A second build takes over in one window. The other goes on with the first.
  put("second");
  await page.reload();
  await use(page);
  assert.deepEqual(await builds(page), [first, "second"]);
  const middle = await another(context, url);
  rmSync(join(folder, "second.txt"));
  // A broken one comes and goes, then a third takes over.
  publish(folder, "broken", (files) => files.replace('"second.txt"', '"missing.txt"'));
  await look(page, false);
  assert.deepEqual(await builds(page), [first, "second"]);
  publish(folder, "third", (files) => files.replace('"missing.txt": "",', ""));
  await look(page, true);
  await use(page);
  assert.deepEqual(await builds(page), [first, "second", "third"], "two windows show older ones");
  assert.equal(await gets(middle, "second.txt"), "second");
  // What no window shows any more goes with the next build.
  await old.close();
  await wait(page);
  publish(folder, "fourth");
  await look(page, true);
  assert.deepEqual(await builds(page), ["second", "third", "fourth"]);
  await middle.close();
  await wait(page);
  await use(page);
  assert.deepEqual(await builds(page), ["third", "fourth"], "this window showed the third until now");
});

test("of builds that follow each other while none is used the last two alone are kept", async (t) => {
  const { page, folder } = await visited(t);
  const [first] = await builds(page);
  let waited = [];
  for (const build of ["second", "third", "fourth"]) {
    publish(folder, build);
    await look(page, true);
    // What waited until now is needed until the next one counts as installed.
    assert.deepEqual(await builds(page), [first, ...waited, build]);
    waited = [build];
  }
  // An earlier one that is put back is no reason to lose what is in charge.
  publish(folder, first, (files) => files.replace("{", '{ "missing.txt": "",'));
  await look(page, false);
  assert.deepEqual(await builds(page), [first, "fourth"]);
});
