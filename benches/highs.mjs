//! Times HiGHS, compiled to WebAssembly, on the programs in a folder: `node highs.mjs FOLDER`, a line of JSON for each.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { performance } from "node:perf_hooks";
import loadHighs from "highs";
import { median } from "./instances.mjs";

const RUNS = 7; // of which the median is told
const LONG = 4000; // milliseconds after which no run is begun
const UNIT = 1000; // pounds in one unit of a program

/** A program in the form that HiGHS reads. */
function text({ columns, rows }) {
  const sum = (terms) => terms.map(([at, factor]) => `${factor < 0 ? "-" : "+"} ${Math.abs(factor)} x${at}`).join("\n ");
  const worth = columns.flatMap((column, at) => (column.worth ? [[at, column.worth]] : []));
  const lines = ["Maximize", ` obj: ${sum(worth)}`, "Subject To"];
  rows.forEach(({ least, terms, most }, row) => {
    if (least === most) lines.push(` c${row}: ${sum(terms)} = ${most}`);
    else {
      if (least !== null) lines.push(` l${row}: ${sum(terms)} >= ${least}`);
      if (most !== null) lines.push(` u${row}: ${sum(terms)} <= ${most}`);
    }
  });
  const whole = columns.flatMap((column, at) => (column.whole ? [`x${at}`] : []));
  lines.push("Bounds", ...columns.map(({ most }, at) => ` 0 <= x${at} <= ${most}`));
  lines.push("Binary", ` ${whole.join("\n ")}`, "End", "");
  return lines.join("\n");
}

const highs = await loadHighs();
const options = { mip_rel_gap: 1e-6, output_flag: false, log_to_console: false };
const programs = readdirSync(argv[2]).map((file) => [file, text(JSON.parse(readFileSync(join(argv[2], file), "utf8")))]);
for (const [, program] of programs) highs.solve(program, options); // until it is compiled
for (const [file, program] of programs) {
  const times = [];
  let found;
  for (const start = performance.now(); times.length < RUNS && performance.now() - start < LONG; ) {
    const from = performance.now();
    found = highs.solve(program, options);
    times.push(performance.now() - from);
  }
  const what = file.replace(/\.json$/, "");
  const proved = found.Status === "Optimal";
  console.log(JSON.stringify({ what, ms: median(times), pounds: found.ObjectiveValue * UNIT, proved }));
}
