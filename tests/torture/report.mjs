// How much a test of the rig tries, and the line that it leaves for the table of promises.
//
// `UNBLOCK_TORTURE=full` tries as much as is promised; without it the short form. `UNBLOCK_TORTURE_REPORT` names the
// file of the lines. What is told is what was counted, harm included: the table shows what the test saw.

import { appendFileSync } from "node:fs";

/** How often something is tried. */
export const times = (short, full) => (process.env.UNBLOCK_TORTURE === "full" ? full : short);

/** Leaves a line for the table: the promise, what was tried, how often, what came to harm, the worst case. */
export function told(promise, tried, count, harm, worst = "") {
  const file = process.env.UNBLOCK_TORTURE_REPORT;
  if (file) appendFileSync(file, `${[promise, tried, count, harm, worst].join("\t")}\n`);
}

/** Numbers from 0 to 1 that look random; the seed is printed, and `UNBLOCK_SEED` repeats a run. */
export function dice(what) {
  const seed = Number(process.env.UNBLOCK_SEED) || (Date.now() & 0xffffffff) >>> 0;
  console.log(`${what}: UNBLOCK_SEED=${seed}`);
  return diceOf(seed);
}

/** The same numbers for the same seed: Mulberry32 by Tommy Ettinger. */
export function diceOf(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
