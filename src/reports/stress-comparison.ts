import type { ClaimChange, Comparison } from "../stress/compare";
import { type Colors, count, shownNumber, WIDTH, wrap } from "./text";

const LABEL = " ".repeat(7);
/** Claims that are only measured otherwise are named up to here. */
const MOVED = 10;

/** What a change does to the claims, within 80 columns: what is lost first. */
export function stressComparison(
  { before, after, changes, onlyBefore, onlyAfter }: Comparison,
  colors: Colors,
): string {
  const of = (wanted: ClaimChange["change"]) => changes.filter(({ change }) => change === wanted);
  const moved = of("moved");
  const hidden = moved.length - MOVED;
  const paint = of("lost").length === 0 ? colors.green : colors.red;
  return [
    `${colors.bold(before)} to ${colors.bold(after)}`,
    ...of("lost").map((change) => line(colors.red, change)),
    ...of("won").map((change) => line(colors.green, change)),
    ...moved.slice(0, MOVED).map((change) => line(String, change)),
    ...(hidden > 0 ? [`${LABEL}and ${hidden} more are measured otherwise`] : []),
    ...only(before, onlyBefore),
    ...only(after, onlyAfter),
    paint(`${count(of("lost").length, "claim")} lost, ${of("won").length} won, ${moved.length} measured otherwise`),
    "",
  ].join("\n");
}

function line(paint: (text: string) => string, { change, id, text, unit, before, after }: ClaimChange): string {
  const words = `${id}: ${text} (${shown(before)} to ${shown(after)} ${unit})`;
  return paint(change.padEnd(LABEL.length)) + wrap(words, WIDTH - LABEL.length, LABEL);
}

const only = (name: string, ids: readonly string[]) =>
  ids.length === 0 ? [] : [LABEL + wrap(`measured in ${name} only: ${ids.join(", ")}`, WIDTH - LABEL.length, LABEL)];

const shown = (value: number | null) => (value === null ? "never" : shownNumber(value));
