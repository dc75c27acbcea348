// Starts the page: repairs an address whose # was escaped, shows a first visit its headline, loads the program, or says
// why it cannot, and keeps it all for use without a connection.

// Mail programs and chat tools escape the # of a link, so that the agreement arrives in the path
// and the server answers with 404.html. Escapes can be nested (%2523), hence the loop.
function escapedLink(path) {
  let text = path;
  for (let round = 0; round < 5; round += 1) {
    let decoded;
    try {
      decoded = decodeURIComponent(text);
    } catch {
      break;
    }
    if (decoded === text) break;
    text = decoded;
  }
  const hash = text.search(/#k1/i);
  if (hash < 0) return null;
  return { folder: encodeURI(text.slice(0, hash)), fragment: text.slice(hash) };
}

// A first visit reads its headline while the program is on its way, which then writes the same in the same place.
// Where the header takes several lines that place is not known before.
function showFirst() {
  // A page kept by a host from an earlier version has none.
  const content = document.getElementById("first")?.content;
  if (location.hash || location.search || !matchMedia("(width >= 80rem)").matches || isKnown()) return;
  if (content?.childElementCount > 0) document.getElementById("app").replaceChildren(content);
}

// Whether anything is kept in this browser; where that is refused, nothing is.
function isKnown() {
  try {
    return localStorage.length > 0;
  } catch {
    return false;
  }
}

async function start({ js, wasm }) {
  const program = await import(new URL(js, document.baseURI));
  await program.default({ module_or_path: new URL(wasm, document.baseURI) });
}

// Keeps the page for use without a connection. A newer version is announced, and used when a person says so.
async function keepOffline(script) {
  if (!script || !("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const notice = document.getElementById("newer");
  const registration = await serviceWorker.register(new URL(script, document.baseURI));
  const announce = (worker) => {
    // Without one in charge this is the first version, not a newer one.
    if (worker?.state === "installed" && serviceWorker.controller) notice.hidden = false;
  };
  document.getElementById("take-newer").addEventListener("click", ({ target }) => {
    target.disabled = true;
    serviceWorker.addEventListener("controllerchange", () => location.reload());
    registration.waiting?.postMessage("take over");
    // Chromium forgets to change over where the page asks for a file at that very moment, until the page is left.
    setTimeout(() => location.reload(), 3_000);
  });
  document.getElementById("keep-older").addEventListener("click", () => {
    notice.hidden = true;
  });
  const follow = (worker) => worker?.addEventListener("statechange", () => announce(worker));
  announce(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
}

const parts = document.querySelector("script[data-js]")?.dataset;
const link = escapedLink(location.pathname);
if (link) {
  location.replace(location.origin + link.folder + link.fragment);
} else if (parts) {
  showFirst();
  document.getElementById("reload").addEventListener("click", () => location.reload());
  // Once the page is at rest. Where it is refused, the page works as long as there is a connection.
  const later = () => setTimeout(() => keepOffline(parts.offline).catch(console.warn), 2_000);
  start(parts).then(later, (reason) => {
    console.error(reason);
    // A newer version may be one that starts.
    later();
    // A panic while starting has already shown its own message.
    if (!document.getElementById("crash").hidden) return;
    document.getElementById("app").hidden = true;
    document.getElementById("no-start").hidden = false;
  });
}
