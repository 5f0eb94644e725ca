import { createColors } from "picocolors";
import type { Colors } from "../reports/text";
import type { Io } from "./io";

/** Colours of what is printed: only in a terminal, and not where `NO_COLOR` or `CI` is set. */
export function colorsFor(io: Io): Colors {
  return createColors(isLive(io) && !io.env.NO_COLOR);
}

/** A terminal with a person before it, who may be shown progress. */
export function isLive({ stdout, env }: Io): boolean {
  return stdout.isTTY === true && !env.CI && env.TERM !== "dumb";
}
