//! Which builds the service worker keeps where several of it run at once: without a browser, so that each step can be held.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { DIST } from "./harness.mjs";

const HOST = "https://council.example";
const SCRIPT = readFileSync(join(DIST, "offline.js"), "utf8");

/** What all builds on a host share: its caches, the windows that are open, and the time. */
function host() {
  const stored = new Map();
  const world = { windows: [], now: 1_000_000, gone: [], stored };
  const cache = (entries) => ({
    match: async (key) => entries.get(String(key))?.clone(),
    put: async (key, response) => void entries.set(String(key), response),
    delete: async (key) => entries.delete(String(key)),
    keys: async () => [...entries.keys(), ...world.gone].map((url) => ({ url })),
  });
  world.caches = {
    open: async (name) => cache(stored.get(name) ?? stored.set(name, new Map()).get(name)),
    keys: async () => [...stored.keys()],
    delete: async (name) => stored.delete(name),
    match: async (request, { cacheName } = {}) => {
      const found = cacheName && stored.get(cacheName)?.get(String(request.url ?? request));
      return found?.clone();
    },
  };
  world.builds = () => [...stored.keys()].filter((name) => name.startsWith("laa")).map((name) => name.split(/[ -]/).at(-1));
  return world;
}

/** A build of the page in a folder of the host. */
function build(world, name, { folder = "/laa/", part = "", fetch = async () => new Response("file: the program") } = {}) {
  const listeners = {};
  const self = {
    registration: { scope: HOST + folder, installing: {} },
    clients: {
      matchAll: async () => world.windows.map(({ id, folder }) => ({ id, url: `${HOST}${folder ?? "/laa/"}` })),
      claim: async () => undefined,
    },
    addEventListener: (kind, listener) => (listeners[kind] = listener),
  };
  const { caches } = world;
  const Date = { now: () => world.now };
  const console = { warn: () => undefined };
  // What a file has to be is the browser's to check; here a sum is the text itself.
  const Request = class extends String {
    constructor(file, { integrity }) {
      super(file);
      this.integrity = integrity;
    }
  };
  const checked = async (request) => {
    const response = await fetch(String(request.url ?? request));
    if (request.integrity && (await response.clone().text()) !== request.integrity) throw new TypeError("another file");
    return response;
  };
  const location = new URL(`${HOST}${folder}offline.js`);
  const given = { self, caches, fetch: checked, console, Date, Request, Response, URL, location };
  const script = SCRIPT.replace(/const BUILD = ".*";/, `const BUILD = "${name}";`)
    .replace(/const PROGRAM = ".*";/, 'const PROGRAM = "the program";')
    .replace(/const FILES = \{[^}]*\};/, `const FILES = { "./": "", "404.html": "", "part.js": "${part}" };`);
  runInContext(script, createContext(given));
  const run = async (kind, more = {}) => {
    const asked = [];
    listeners[kind]({ waitUntil: (it) => asked.push(it), respondWith: (it) => asked.push(it), ...more });
    const answers = [];
    for (let at = 0; at < asked.length; at += 1) answers.push(await asked[at]);
    return answers.find((answer) => answer instanceof Response);
  };
  return {
    install: () => run("install"),
    activate: () => run("activate"),
    /** Answers a window that the browser does not list yet. */
    opens: (resultingClientId, url = HOST + folder) =>
      run("fetch", { resultingClientId, request: { method: "GET", mode: "navigate", url } }),
  };
}

/** The first build in charge on a host. */
async function inCharge() {
  const world = host();
  const first = build(world, "first");
  await first.install();
  await first.activate();
  return { world, first };
}

/** The same with builds that came into charge after it. */
async function follow(world, ...names) {
  for (const name of names) {
    const next = build(world, name);
    await next.install();
    await next.activate();
  }
}

test("a build that comes into charge while the next one arrives is kept", async () => {
  const { world } = await inCharge();
  const second = build(world, "second");
  await second.install();
  let arrive;
  const held = new Promise((done) => (arrive = () => done(new Response("the program"))));
  const third = build(world, "third", { fetch: async () => (await held).clone() });
  const arriving = third.install();
  await new Promise((done) => setTimeout(done, 20));
  await second.activate();
  arrive();
  await arriving;
  assert.deepEqual(world.builds().sort(), ["second", "third"]);
});

test("a build that waits is kept until the next one counts as installed", async () => {
  const { world } = await inCharge();
  await build(world, "second").install();
  await build(world, "third").install();
  assert.deepEqual(world.builds(), ["first", "second", "third"]);
  await build(world, "fourth").install();
  assert.deepEqual(world.builds(), ["first", "third", "fourth"]);
});

test("of a build that does not arrive nothing stays, whatever was the trouble", async () => {
  const { world } = await inCharge();
  const half = { fetch: async (file) => new Response("the program", { status: file === "./" ? 200 : 404 }) };
  await assert.rejects(build(world, "half", half).install());
  assert.deepEqual(world.builds(), ["first"]);
  const { open } = world.caches;
  let files = 0;
  const fetch = async () => new Response(`the program, ${(files += 1)}`);
  // Nothing can be noted any more once its files are here.
  world.caches.open = async (name) => {
    if (files > 0) throw new Error("the disk is full");
    return open(name);
  };
  await assert.rejects(build(world, "unnoted", { fetch }).install());
  assert.deepEqual(world.builds(), ["first"]);
});

test("a note that another build deletes meanwhile is no trouble", async () => {
  const { world } = await inCharge();
  world.windows = [{ id: "closing" }];
  world.gone.push(`${HOST}/laa/window%20closing`);
  await build(world, "second").install();
  assert.deepEqual(world.builds(), ["first", "second"]);
});

test("a window that is just opening keeps its build", async () => {
  const { world, first } = await inCharge();
  await first.opens("late");
  await follow(world, "second");
  assert.deepEqual(world.builds(), ["first", "second"]);
  world.windows = [{ id: "late" }];
  world.now += 100_000;
  await follow(world, "third");
  assert.deepEqual(world.builds(), ["first", "third"]);
  world.windows = [];
  await follow(world, "fourth");
  assert.deepEqual(world.builds(), ["fourth"]);
});

test("a window that was reloaded past the worker keeps whatever build it may show", async () => {
  const { world } = await inCharge();
  const second = build(world, "second");
  await second.install();
  world.windows = [{ id: "reloaded" }];
  await second.activate();
  await follow(world, "third", "fourth");
  assert.deepEqual(world.builds(), ["first", "second", "fourth"]);
});

test("two copies of the page on one host keep their builds apart", async () => {
  const { world } = await inCharge();
  const other = build(world, "other", { folder: "/other/" });
  await other.install();
  await other.activate();
  assert.deepEqual(world.builds(), ["first", "other"]);
  // A window of the one keeps nothing of the other.
  world.windows = [{ id: "there", folder: "/other/" }];
  await follow(world, "second");
  assert.deepEqual(world.builds(), ["other", "second"]);
});

test("a build is not taken whose start page or program is another's", async () => {
  const { world } = await inCharge();
  const old = { fetch: async () => new Response("another program") };
  await assert.rejects(build(world, "second", old).install(), /another build/);
  const proxy = { part: "a part", fetch: async () => new Response("the program? Log in first.") };
  await assert.rejects(build(world, "second", proxy).install(), /another file/);
  assert.deepEqual(world.builds(), ["first"]);
  const whole = { part: "a part", fetch: async (file) => new Response(file === "part.js" ? "a part" : "the program") };
  await build(world, "second", whole).install();
  assert.deepEqual(world.builds(), ["first", "second"]);
});

test("what else the host has below the folder is asked of the host, and told to be missing without a connection", async () => {
  const world = host();
  let hosted = async (file) => new Response(`${file} of the host, the program`);
  const first = build(world, "first", { fetch: (file) => hosted(file) });
  await first.install();
  await first.activate();
  hosted = async () => new Response("the minutes");
  const answer = async (url) => (await first.opens("one", HOST + url)).text();
  assert.equal(await answer("/laa/minutes.html"), "the minutes");
  assert.equal(await answer("/laa/"), "./ of the host, the program");
  assert.equal(await answer("/laa/index.html"), "./ of the host, the program");
  // A link is not sent to the host.
  assert.equal(await answer("/laa/%2523k1.abc"), "404.html of the host, the program");
  hosted = async () => Promise.reject(new TypeError("no connection"));
  assert.equal(await answer("/laa/minutes.html"), "404.html of the host, the program");
});

test("where the browser cannot read what it keeps the page comes from the host", async () => {
  const { world, first } = await inCharge();
  const broken = async () => Promise.reject(new Error("the disk is damaged"));
  world.caches.match = broken;
  world.caches.open = broken;
  assert.equal(await (await first.opens("one")).text(), "file: the program");
});
