//! Times 100,000 draws in plain JavaScript or with Squiggle: `node draws.mjs plain ROUND` or `squiggle ROUND`, a line of
//! JSON for each instance. `node draws.mjs write` prints the instances in the form that draws.c reads.

import { argv } from "node:process";
import { performance } from "node:perf_hooks";
import { median, read, sizes } from "./instances.mjs";

const DRAWS = 100_000;
const RUNS = { plain: 7, squiggle: 1 }; // of which the median is told

const [kind, round] = [argv[2], Number(argv[3])];
if (kind === "write") {
  for (const size of sizes) {
    const { pot, threshold, targets, montecarlo } = read(size);
    console.log(size, pot, threshold, montecarlo.rho, montecarlo.lambda, targets.length);
    for (const { share, pert } of targets) console.log(share, ...pert);
  }
} else {
  const { draw } = await import(`./${kind}_draws.mjs`);
  for (const size of sizes) {
    const instance = read(size);
    if (RUNS[kind] > 1) draw(instance, 0, DRAWS); // until it is compiled
    const times = [];
    const ranges = [];
    for (let run = 0; run < RUNS[kind]; run++) {
      const start = performance.now();
      ranges.push(await draw(instance, 1 + round * RUNS[kind] + run, DRAWS));
      times.push(performance.now() - start);
    }
    console.log(JSON.stringify({ what: size, ms: median(times), ranges }));
  }
}
