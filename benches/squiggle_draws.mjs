//! Draws of the reward with Squiggle. It has no copula that ends within minutes, so that its draws are independent and
//! its P10 and P90 lie too near to the middle.

import { run } from "@quri/squiggle-lang";

/** An instance as a program of Squiggle. */
function text({ targets, montecarlo, threshold, pot }) {
  const lines = targets.flatMap(({ pert: [low, likely, high], share }, target) => {
    const a = 1 + (montecarlo.lambda * (likely - low)) / (high - low);
    const b = 1 + (montecarlo.lambda * (high - likely)) / (high - low);
    return [
      `reached${target} = ${low} + ${high - low} * SampleSet.fromDist(beta(${a}, ${b}))`,
      `reward${target} = SampleSet.map(reached${target}, {|part| part < ${threshold} ? 0 : ${share * pot} * min([part, 1])})`,
    ];
  });
  const total = targets.map((_, target) => `reward${target}`).join(" + ");
  const chances = targets.map((_, target) => `, 1 - cdf(reached${target}, ${threshold})`).join("");
  lines.push(`total = ${total}`, `[quantile(total, 0.1), quantile(total, 0.5), quantile(total, 0.9)${chances}]`);
  return lines.join("\n");
}

/** P10, P50 and P90 of the reward. */
export async function draw(instance, seed, draws) {
  const environment = { sampleCount: draws, xyPointLength: 1000, seed: String(seed) };
  const { result } = await run(text(instance), { environment });
  if (!result.ok) throw new Error(result.value.toString());
  return result.value.result.asJS().slice(0, 3);
}
