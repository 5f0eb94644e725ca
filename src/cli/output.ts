import { createColors } from "picocolors";
import type { Io, Stream } from "./io";

export type Colors = ReturnType<typeof createColors>;

/** Colours for a stream: only in a terminal, and not where `NO_COLOR` or `CI` is set. */
export function colorsFor(stream: Stream, env: Io["env"]): Colors {
  return createColors(isLive(stream, env) && !env.NO_COLOR);
}

/** A terminal with a person before it, who may be shown progress. */
export function isLive(stream: Stream, env: Io["env"]): boolean {
  return stream.isTTY === true && !env.CI && env.TERM !== "dumb";
}
