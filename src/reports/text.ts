import type { createColors } from "picocolors";

/** Columns of what a person reads in a terminal. */
export const WIDTH = 80;

/** Paints text for a terminal, or leaves it as it is. */
export type Colors = ReturnType<typeof createColors>;

/**
 * Breaks a text into lines of at most `width` characters; a longer word stands alone. `indent` begins all lines but the
 * first, and doesn't count.
 */
export function wrap(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line === "") line = word;
    else if (line.length + 1 + word.length <= width) line += ` ${word}`;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}

/** `"1 finding"`, `"2 findings"`, `"no findings"`. */
export function count(number: number, noun: string): string {
  return `${number === 0 ? "no" : number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Less is nothing: what a mean leaves of requests that are all but certain to be served. */
const NOTHING = 1e-6;

/** A measured number with three figures at most. */
export function shownNumber(value: number): string {
  return Math.abs(value) < NOTHING ? "0" : String(Number(value.toPrecision(3)));
}
