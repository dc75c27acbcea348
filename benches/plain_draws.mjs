//! Draws of the reward in plain JavaScript: deliveries read off tables, normals by the polar method.

import { cumulative, logGamma, quantile } from "./beta.mjs";

const REACH = 5; // of the tables, in standard deviations
const STEPS = 256;

/** 32-bit random numbers: sfc32. */
function bits(seed) {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed | 0];
  const next = () => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let warm = 0; warm < 15; warm++) next();
  return next;
}

function normals(seed) {
  const next = bits(seed);
  const even = () => (next() + 0.5) / 4294967296;
  let spare = 0;
  let spared = false;
  return () => {
    if (spared) {
      spared = false;
      return spare;
    }
    let x, y, square;
    do {
      x = 2 * even() - 1;
      y = 2 * even() - 1;
      square = x * x + y * y;
    } while (square >= 1);
    const scale = Math.sqrt((-2 * Math.log(square)) / square);
    spare = y * scale;
    spared = true;
    return x * scale;
  };
}

/** Deliveries of every target by their place among standard normals. */
function tables({ targets, montecarlo }) {
  const table = new Float64Array(targets.length * (STEPS + 2));
  const chances = Float64Array.from({ length: STEPS + 1 }, (_, at) => cumulative(-REACH + (2 * REACH * at) / STEPS));
  targets.forEach(({ pert: [low, likely, high] }, target) => {
    const a = 1 + (montecarlo.lambda * (likely - low)) / (high - low);
    const b = 1 + (montecarlo.lambda * (high - likely)) / (high - low);
    const whole = logGamma(a) + logGamma(b) - logGamma(a + b);
    const first = target * (STEPS + 2);
    let [part, step] = [0, 0];
    chances.forEach((chance, at) => {
      const next = quantile(a, b, whole, chance, part, part + step);
      [part, step] = [next, next - part];
      table[first + at] = low + part * (high - low);
    });
    table[first + STEPS + 1] = table[first + STEPS];
  });
  return table;
}

/** P10, P50 and P90 of the reward. */
export function draw(instance, seed, draws) {
  const { threshold, targets, pot, montecarlo } = instance;
  const table = tables(instance);
  const pays = Float64Array.from(targets, ({ share }) => share * pot);
  const reached = new Float64Array(targets.length);
  const totals = new Float64Array(draws);
  const normal = normals(seed);
  const [common, own] = [Math.sqrt(montecarlo.rho), Math.sqrt(1 - montecarlo.rho)];
  const scale = STEPS / (2 * REACH);
  for (let at = 0; at < draws; at++) {
    const factor = common * normal();
    let total = 0;
    for (let target = 0; target < pays.length; target++) {
      let place = (factor + own * normal() + REACH) * scale;
      if (place < 0) place = 0;
      else if (place > STEPS) place = STEPS;
      const cell = place | 0;
      const knot = target * (STEPS + 2) + cell;
      const share = table[knot] + (place - cell) * (table[knot + 1] - table[knot]);
      if (share >= threshold) {
        reached[target]++;
        total += pays[target] * (share < 1 ? share : 1);
      }
    }
    totals[at] = total;
  }
  totals.sort();
  return [0.1, 0.5, 0.9].map((part) => {
    const rank = part * (draws - 1);
    const low = Math.floor(rank);
    return totals[low] + (rank - low) * (totals[low + 1] - totals[low]);
  });
}
