//! Serves a built page from a folder of a site on this machine, as any static host would.

import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

async function fileAt(folder, path) {
  const file = normalize(join(folder, path.endsWith("/") ? `${path}index.html` : path));
  if (file !== folder && !file.startsWith(folder + sep)) return undefined;
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? file : undefined;
}

/** What the build asks hosts to say of every file; a quick build asks nothing. */
async function headers(folder) {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  return Object.fromEntries(Array.from(text.matchAll(/^ {2}([\w-]+): (.*)$/gm), ([, name, value]) => [name, value]));
}

/**
 * Starts the server on a port of the loopback address; 0 is any that is free.
 *
 * `base` is the folder of the site that the page lives in ("/" or "/some/folder/"); anything outside it, or missing
 * in it, is answered with 404 and the page's own 404.html. Every file bears the headers of `_headers`; nothing is
 * cached; `compress` has it sent as hosts send it, by gzip. Answers with `{ origin, url, close }`.
 */
export async function serve(folder, base = "/", { port = 0, compress = false } = {}) {
  const root = normalize(folder);
  const said = await headers(root);
  const server = createServer(async (request, response) => {
    try {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
      const inside = path.startsWith(base) ? await fileAt(root, path.slice(base.length - 1)) : undefined;
      const file = inside ?? join(root, "404.html");
      const body = await readFile(file);
      response.writeHead(inside ? 200 : 404, {
        ...said,
        ...(compress && { "content-encoding": "gzip" }),
        "content-type": TYPES[extname(file)] ?? "application/octet-stream",
        "cache-control": "no-store",
      });
      response.end(compress ? gzipSync(body) : body);
    } catch (reason) {
      response.writeHead(400, { "content-type": "text/plain; charset=utf-8" });
      response.end(String(reason));
    }
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { origin, url: origin + base, close };
}
