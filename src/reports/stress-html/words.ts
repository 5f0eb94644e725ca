import type { BoundaryResult, ClaimResult, StressReport } from "../../stress/report";
import { isBroken } from "../../stress/results";
import { START_SECONDS } from "../../stress/scenario";
import { count, shownNumber } from "../text";

/** What a claim came to: `"false"` is one that is commonly made and doesn't hold, which is no failure. */
export type Outcome = "holds" | "broken" | "false" | "open";

export const OUTCOME_WORDS: { readonly [outcome in Outcome]: string } = {
  holds: "holds",
  broken: "doesn’t hold",
  false: "often said, not true",
  open: "nothing to measure",
};

export function outcomeOf(claim: ClaimResult): Outcome {
  if (claim.holds === undefined) return "open";
  if (claim.holds) return "holds";
  return isBroken(claim) ? "broken" : "false";
}

export const claimsOf = ({ scenarios }: StressReport): readonly ClaimResult[] =>
  scenarios.flatMap(({ claims }) => claims);

/** A measured value with its unit; `null` is never. */
export function quantity(value: number | null, unit: ClaimResult["unit"]): string {
  if (value === null) return "never";
  if (unit === "s") return duration(value);
  if (unit === "share") return `${shownNumber(value * 100)} %`;
  return counted(value, unit);
}

/** `"1 instance"`, `"2 instances"`, `"0.3 USD/h"`. */
function counted(value: number, unit: string): string {
  const shown = grouped(value);
  return `${shown} ${shown === "1" ? unit.replace(/s$/, "") : unit}`;
}

/** Thousands apart, three figures at most after a point. */
export function grouped(value: number): string {
  if (Math.abs(value) < 1000) return shownNumber(value);
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, " ");
}

/** `"45 s"`, `"2 min 30 s"`, `"3 h 5 min"`. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "never";
  if (seconds < 60) return `${shownNumber(seconds)} s`;
  const whole = Math.round(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60];
  const parts = [hours > 0 && `${hours} h`, minutes > 0 && `${minutes} min`, rest > 0 && hours === 0 && `${rest} s`];
  return parts.filter((part) => part !== false).join(" ");
}

/** Ids of variants as words. */
export const spoken = (variants: readonly string[]): string =>
  variants.map((variant) => variant.replaceAll("-", " ")).join(", ");

/** A second of the run, counted from the disturbance: `"+1:15"`, `"−0:30"`, `"+3:00:00"`. */
export function moment(second: number): string {
  const since = Math.round(second - START_SECONDS);
  const [hours, minutes, seconds] = [
    Math.floor(Math.abs(since) / 3600),
    Math.floor((Math.abs(since) % 3600) / 60),
    Math.abs(since) % 60,
  ];
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
  return `${since < 0 ? "−" : "+"}${clock}`;
}

export function limitWords({ limit, unit }: ClaimResult): string {
  return "atMost" in limit ? `at most ${quantity(limit.atMost, unit)}` : `at least ${quantity(limit.atLeast, unit)}`;
}

/** How far a claim holds, as a sentence. */
export function boundaryWords({ quantity: what, unit, holdsAt, breaksAt, isMonotone }: BoundaryResult): string {
  const beyond = isMonotone ? "" : " It holds again further on: this is the first boundary of several.";
  if (breaksAt === null) return `Holds as far as was looked: ${quantity(holdsAt, unit)} (${what}).`;
  if (holdsAt === null) return `Doesn’t hold even at ${quantity(breaksAt, unit)} (${what}).${beyond}`;
  return `Holds up to ${quantity(holdsAt, unit)}, breaks at ${quantity(breaksAt, unit)} (${what}).${beyond}`;
}

/** The verdict on all of it, as a sentence. */
export function verdict(report: StressReport): string {
  const broken = claimsOf(report).filter((claim) => outcomeOf(claim) === "broken");
  if (broken.length === 0) return `Every promise of ${report.environment} holds`;
  return `${count(broken.length, "promise")} of ${report.environment} ${broken.length === 1 ? "doesn’t" : "don’t"} hold`;
}
