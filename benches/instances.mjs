//! Reads the instances of the speed comparison.

import { readFileSync } from "node:fs";

const folder = new URL("../tests/fixtures/speed/", import.meta.url);

/** The names of the instances, the smallest first. */
export const sizes = ["small", "medium", "national"];

/** An instance, or what is expected of them all. */
export const read = (name) => JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8"));

/** The middle one of some numbers. */
export const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
