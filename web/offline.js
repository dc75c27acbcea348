// Keeps the page for use without a connection: all files of one build or none, so that two builds never mix.
//
// The build writes its number here, the program that its page starts, and its files with the sum of each. Pages have none,
// as hosts add to them.
const BUILD = "";
const PROGRAM = "";
const FILES = {};

// One cache for each build. Another copy of the page on the same host has a scope and caches of its own.
const SCOPE = self.registration.scope;
const PREFIX = `laa ${new URL(SCOPE).pathname} `;
const NAME = PREFIX + BUILD;
const START = "./";
const ELSEWHERE = "404.html";

// What has to be known after the browser has ended this script and started it anew: the build in charge, the last one
// that arrived whole, the one that is arriving, and the builds that each window may be showing.
const NOTES = `notes of ${PREFIX}`;
const IN_CHARGE = "in charge";
const ARRIVED = "arrived";
const ARRIVING = "arriving";
const WINDOW = "window ";

// A window is noted before the browser lists it among the open ones: its note is spared for so many milliseconds.
const OPENING = 60_000;

const place = (key) => new URL(encodeURIComponent(key), location).href;

async function noted(key) {
  const note = await (await caches.open(NOTES)).match(place(key));
  return note?.json();
}

async function note(key, value) {
  await (await caches.open(NOTES)).put(place(key), new Response(JSON.stringify(value)));
}

const noteWindow = (id, builds) => note(WINDOW + id, { builds, since: Date.now() });

/** The builds that windows show, by the number of the window; of those that are closed nothing stays noted. */
async function shown() {
  const notes = await caches.open(NOTES);
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const builds = new Map(open.filter(({ url }) => url.startsWith(SCOPE)).map(({ id }) => [id, null]));
  for (const { url } of await notes.keys()) {
    const key = decodeURIComponent(new URL(url).pathname.split("/").at(-1));
    if (!key.startsWith(WINDOW)) continue;
    const id = key.slice(WINDOW.length);
    // Another build may have deleted it just now.
    const found = await noted(key);
    if (found && (builds.has(id) || Date.now() - found.since < OPENING)) builds.set(id, found.builds);
    else if (found) await notes.delete(url);
  }
  return builds;
}

const kept = async () =>
  (await caches.keys()).filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));

/** Deletes every build that is not in charge, may not come into use and is shown by no window. */
async function clear() {
  const all = await kept();
  const windows = await shown();
  // A window that was not fetched from here may show any of them, or this one.
  const unknown = [...new Set([...all, BUILD])];
  for (const [id, builds] of windows) {
    if (builds === null) await noteWindow(id, unknown);
  }
  const shows = [...windows.values()].flatMap((builds) => builds ?? unknown);
  // Read last: another build may have come into charge meanwhile.
  const needed = [...shows, ...(await Promise.all([IN_CHARGE, ARRIVED, ARRIVING].map(noted)))];
  await Promise.all(all.filter((build) => !needed.includes(build)).map((build) => caches.delete(PREFIX + build)));
}

/** The same response without the mark of a redirection, which a browser refuses for a page. */
function plain(response) {
  const { body, headers, status } = response;
  return response.redirected ? new Response(body, { headers, status }) : response;
}

async function keep(cache, file) {
  // The browser asks whether what it holds is still the host's, as it may be a file of another build, and refuses one
  // that has not its sum.
  const response = await fetch(new Request(file, { cache: "no-cache", integrity: FILES[file] }));
  if (!response.ok) throw new Error(`${file} was answered with ${response.status}`);
  if (file === START && !(await response.clone().text()).includes(PROGRAM)) {
    throw new Error("the page is one of another build");
  }
  await cache.put(file, plain(response));
}

// What waits for a person's word is needed until this build counts as installed: it is deleted by the next one.
async function install() {
  // One that is put back in the place of a newer one may be in use.
  const before = (await kept()).includes(BUILD);
  try {
    await note(ARRIVING, BUILD);
    await clear();
    const cache = await caches.open(NAME);
    // All have ended before anything is deleted: what arrives later would bring it back.
    const files = await Promise.allSettled(Object.keys(FILES).map((file) => keep(cache, file)));
    const missing = files.find(({ status }) => status === "rejected");
    if (missing) throw missing.reason;
    await note(ARRIVED, BUILD);
  } catch (trouble) {
    if (!before) await caches.delete(NAME);
    throw trouble;
  }
}

async function activate() {
  await note(IN_CHARGE, BUILD);
  await clear();
  await self.clients.claim();
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));

// Never by itself: the page is not swapped in the middle of a meeting.
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

/** What is kept for a request, here or by any build; nothing where the browser cannot say. */
const found = (request, cacheName) => caches.match(request, cacheName && { cacheName }).catch(() => undefined);

/** A page: the start page, what brings a link back whose # was escaped, or whatever else the host has below its folder. */
async function page(event) {
  const { request, resultingClientId } = event;
  const { pathname } = new URL(request.url);
  const start = new URL(START, location).pathname;
  if (pathname === start || pathname === `${start}index.html`) {
    const page = await found(START, NAME);
    // One that cannot be noted is shown all the same.
    if (page && resultingClientId) event.waitUntil(noteWindow(resultingClientId, [BUILD]).catch(console.warn));
    return page ?? fetch(request);
  }
  const elsewhere = () => found(ELSEWHERE, NAME);
  if (/%(?:25)*23k1/i.test(pathname)) return (await elsewhere()) ?? fetch(request);
  return fetch(request).catch(async (trouble) => (await elsewhere()) ?? Promise.reject(trouble));
}

async function answer(event) {
  const { request } = event;
  if (request.mode === "navigate") return page(event);
  return (await found(request, NAME)) ?? (await found(request)) ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event));
});
