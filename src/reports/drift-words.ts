import type { DriftClass } from "../drift/difference";
import { countsOf, type DriftReport, driftVerdict, isOpen, type Reported } from "../drift/report";
import { valueText } from "../drift/words";

/** Longer values are cut: a policy's whole text is in the JSON report. */
const LONGEST = 120;

/** What each class means, for who reads of it for the first time. */
export const CLASS_TITLES: { readonly [kind in DriftClass]: string } = {
  drifted: "Changed by hand",
  missing: "Deleted by hand",
  unmanaged: "In the account, unknown to Terraform",
  unapplied: "The code is ahead",
  controlled: "Another one's to change",
};

/** What changed, in a line: `"2 → 5"`, `"rule added: tcp 22 from 0.0.0.0/0"`. */
export function changeText(each: Reported): string {
  const { what, before, after, wanted, isSensitive, isUnknown } = each;
  const ahead = wanted === undefined ? "" : `; the code now wants ${cut(valueText(wanted))}`;
  const destroyed = each.destroys && each.attribute !== "" ? "; the next apply replaces the resource" : "";
  if (what !== undefined) return `${cut(what, 3 * LONGEST)}${ahead}${destroyed}`;
  if (isSensitive) return `a sensitive value, not shown${destroyed}`;
  return `${cut(valueText(before))} → ${isUnknown ? "known only at apply" : cut(valueText(after))}${ahead}${destroyed}`;
}

/** The counts in a line: `"3 drifted, 1 missing, 2 controlled in production-platform"`. */
export function driftVerdictLine(report: DriftReport): string {
  const { differences, sources } = report;
  const places = sources.join(", ");
  if (driftVerdict(report) === "none") return `no drift in ${places}`;
  const open = countsOf(differences.filter(isOpen));
  const ignored = differences.filter((each) => each.ignored !== undefined).length;
  const controlled = differences.filter((each) => each.class === "controlled").length;
  const counts = [
    ...Object.entries(open).map(([kind, number]) => [number, kind] as const),
    [controlled, "controlled"] as const,
    [ignored, "ignored"] as const,
  ].filter(([number]) => number > 0);
  return `${counts.map(([number, kind]) => `${number} ${kind}`).join(", ")} in ${places}`;
}

/** By whom, where that is known. */
export function doneText({ done }: Reported): string | undefined {
  return done === undefined ? undefined : `${done.by}, ${done.at}, by ${done.call}`;
}

function cut(text: string, longest = LONGEST): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1)}…`;
}
