//! How many bytes does the first load take? Prints each file of it, raw and compressed; fails above a limit.
//!
//! Usage: node sizes.mjs FOLDER [LIMIT], the limit in bytes after gzip.

import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { argv, exit } from "node:process";
import { gzipSync } from "node:zlib";

const COUNTED = [".html", ".css", ".js", ".wasm"];
const [folder, limit] = argv.slice(2);

const start = readFileSync(join(folder, "index.html"), "utf8");
const rows = readdirSync(folder)
  .filter((name) => COUNTED.includes(extname(name)))
  .filter((name) => name === "index.html" || start.includes(`/${name}`))
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    return { name, raw: bytes.length, gzip: gzipSync(bytes, { level: 9 }).length };
  });

const total = (key) => rows.reduce((sum, row) => sum + row[key], 0);
const line = (name, raw, gzip) => console.log(`${raw.padStart(10)} ${gzip.padStart(10)}  ${name}`);
const bytes = (count) => count.toLocaleString("en-GB");
line("first load", "bytes", "gzip");
for (const { name, raw, gzip } of rows) line(name, bytes(raw), bytes(gzip));
line("together", bytes(total("raw")), bytes(total("gzip")));

if (limit) {
  const over = total("gzip") - Number(limit);
  console.log(over > 0 ? `${bytes(over)} bytes over the limit of ${bytes(Number(limit))}` : `limit ${bytes(Number(limit))}`);
  exit(over > 0 ? 1 : 0);
}
