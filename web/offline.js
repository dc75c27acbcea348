// Keeps the page for use without a connection: all files of one build or none, so that two builds never mix.
//
// The build writes its number and the names of its files here.
const BUILD = "";
const FILES = [];

const PREFIX = "laa-";
const NAME = PREFIX + BUILD;
const START = "./";
const ELSEWHERE = "404.html";

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
      const cache = await caches.open(NAME);
      await Promise.all(FILES.map((file) => keep(cache, file)));
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
      // The build before this one stays: a window that still shows it fetches its later parts from there.
      const old = names.filter((name) => name !== NAME).slice(0, -1);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

// Never by itself: the page is not swapped in the middle of a meeting.
self.addEventListener("message", (event) => {
  if (event.data === "take over") event.waitUntil(self.skipWaiting());
});

async function answer(request) {
  const cache = await caches.open(NAME);
  if (request.mode === "navigate") {
    const path = new URL(request.url).pathname;
    const start = new URL(START, location).pathname;
    const home = path === start || path === `${start}index.html`;
    const page = await cache.match(home ? START : ELSEWHERE);
    return page ?? fetch(request);
  }
  const kept = (await cache.match(request)) ?? (await caches.match(request));
  return kept ?? fetch(request);
}

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && new URL(url).origin === location.origin) event.respondWith(answer(event.request));
});
