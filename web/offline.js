// Keeps the page for use without a connection: all files of one build or none, so that two builds never mix.
//
// The build writes its number and the names of its files here.
const BUILD = "";
const FILES = [];

const PREFIX = "laa-";
const NAME = PREFIX + BUILD;
const START = "./";
const ELSEWHERE = "404.html";

// What has to be known after the browser has ended this script and started it anew: the build in charge, the build that
// is arriving, and the builds that each open window may be showing.
const NOTES = "notes of laa";
const IN_CHARGE = "in charge";
const ARRIVING = "arriving";
const WINDOW = "window ";

const place = (key) => new URL(encodeURIComponent(key), location).href;

async function noted(key) {
  const note = await (await caches.open(NOTES)).match(place(key));
  return note?.json();
}

async function note(key, value) {
  await (await caches.open(NOTES)).put(place(key), new Response(JSON.stringify(value)));
}

/** The builds that open windows show, by the number of the window; of those that are closed nothing stays noted. */
async function shown() {
  const notes = await caches.open(NOTES);
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const builds = new Map(open.map(({ id }) => [id, null]));
  for (const { url } of await notes.keys()) {
    const key = decodeURIComponent(new URL(url).pathname.split("/").at(-1));
    if (!key.startsWith(WINDOW)) continue;
    const id = key.slice(WINDOW.length);
    if (builds.has(id)) builds.set(id, await (await notes.match(url)).json());
    else await notes.delete(url);
  }
  return builds;
}

const kept = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));

/** Deletes every build but these and those that open windows show. */
async function clear(...builds) {
  const needed = new Set([...builds, ...[...(await shown()).values()].flat()].map((build) => PREFIX + build));
  await Promise.all((await kept()).filter((name) => !needed.has(name)).map((name) => caches.delete(name)));
}

/** The same response without the mark of a redirection, which a browser refuses for a page. */
function plain(response) {
  const { body, headers, status } = response;
  return response.redirected ? new Response(body, { headers, status }) : response;
}

async function keep(cache, file) {
  // The browser asks whether what it holds is still the host's, as it may be a file of another build.
  const response = await fetch(new Request(file, { cache: "no-cache" }));
  if (!response.ok) throw new Error(`${file} was answered with ${response.status}`);
  await cache.put(file, plain(response));
}

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      await note(ARRIVING, BUILD);
      const inCharge = await noted(IN_CHARGE);
      try {
        const cache = await caches.open(NAME);
        // All have ended before anything is deleted: what arrives later would bring it back.
        const files = await Promise.allSettled(FILES.map((file) => keep(cache, file)));
        const missing = files.find(({ status }) => status === "rejected");
        if (missing) throw missing.reason;
      } catch (trouble) {
        // A build that is in use is put back in the place of a newer one with the same files.
        const used = [...(await shown()).values()].flat();
        if (BUILD !== inCharge && !used.includes(BUILD)) await caches.delete(NAME);
        throw trouble;
      }
      // One that waited until now never comes into use. Before the first note nobody knows which is in charge.
      if (inCharge !== undefined) await clear(BUILD, inCharge);
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const before = await noted(IN_CHARGE);
      await note(IN_CHARGE, BUILD);
      // A window that was not fetched from here shows what was in charge, or the first build of all.
      const others = (await kept()).filter((name) => name !== NAME).map((name) => name.slice(PREFIX.length));
      const unknown = before === undefined ? [BUILD, ...others] : [before];
      for (const [id, builds] of await shown()) {
        if (builds === null) await note(WINDOW + id, unknown);
      }
      const { installing, waiting } = self.registration;
      const next = installing || waiting ? [await noted(ARRIVING)] : [];
      // A window that still shows a build before this one fetches its later parts from there.
      await clear(BUILD, ...next);
      await self.clients.claim();
    })(),
  );
});

// Never by itself: the page is not swapped in the middle of a meeting.
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

async function answer(event) {
  const { request, resultingClientId } = event;
  const cache = await caches.open(NAME);
  if (request.mode === "navigate") {
    const path = new URL(request.url).pathname;
    const start = new URL(START, location).pathname;
    const home = path === start || path === `${start}index.html`;
    const page = await cache.match(home ? START : ELSEWHERE);
    if (page && resultingClientId) event.waitUntil(note(WINDOW + resultingClientId, [BUILD]));
    return page ?? fetch(request);
  }
  const found = (await cache.match(request)) ?? (await caches.match(request));
  return found ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event));
});
