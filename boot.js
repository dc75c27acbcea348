// Starts the page: repairs an address whose # was escaped, then loads the program, or says why it cannot.

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

async function start({ js, wasm }) {
  const program = await import(new URL(js, document.baseURI));
  await program.default({ module_or_path: new URL(wasm, document.baseURI) });
}

const parts = document.querySelector("script[data-js]")?.dataset;
const link = escapedLink(location.pathname);
if (link) {
  location.replace(location.origin + link.folder + link.fragment);
} else if (parts) {
  document.getElementById("reload").addEventListener("click", () => location.reload());
  start(parts).catch((reason) => {
    console.error(reason);
    // A panic while starting has already shown its own message.
    if (!document.getElementById("crash").hidden) return;
    document.getElementById("app").hidden = true;
    document.getElementById("no-start").hidden = false;
  });
}
