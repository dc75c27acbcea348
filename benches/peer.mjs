//! Times one peer on the instances: `node peer.mjs plain` or `node peer.mjs sheet`, a line of JSON for each.

import { argv, exit } from "node:process";
import { performance } from "node:perf_hooks";
import { median, read, sizes } from "./instances.mjs";

const WARMING = 500; // milliseconds before anything is measured
const SAMPLES = 301; // of which the median is told
const SAMPLE = 1; // milliseconds, shorter than the slices in which a busy machine hands out its time

const expected = read("expected");
const Peer = argv[2] === "plain" ? (await import("./plain.mjs")).Plain : (await import("./sheet.mjs")).Sheet;

for (const what of sizes) {
  const instance = read(what);
  const peer = new Peer(instance);
  agree(what, peer.recalculate(), expected[what].recalc.start.total);
  for (const edit of instance.edits) peer.edit(edit);
  agree(what, peer.recalculate(), expected[what].recalc.after_edits.total);

  let next = 0;
  const run = () => {
    const [stream, outcome, year, pounds] = instance.edits[next % instance.edits.length];
    peer.edit([stream, outcome, year, pounds + (next++ & 1)]);
    return peer.recalculate();
  };
  for (const start = performance.now(); performance.now() - start < WARMING; ) run();
  const times = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    const start = performance.now();
    let runs = 0;
    // The clock is read seldom, as it costs as much as the shortest runs.
    do for (let some = 0; some < 10; some++, runs++) run();
    while (performance.now() - start < SAMPLE);
    times.push(((performance.now() - start) * 1000) / runs);
  }
  console.log(JSON.stringify({ what, median_us: median(times), least_us: Math.min(...times) }));
}

/** A peer that reckons something else is no peer. */
function agree(what, found, total) {
  if (Math.abs(found - total) > 1e-9 * total) {
    console.error(`${argv[2]} on ${what}: ${found}, expected ${total}`);
    exit(1);
  }
}
