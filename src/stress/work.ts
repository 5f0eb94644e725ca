import { outcomesWithout } from "./ablations";
import type { AssumptionId } from "./assumptions";
import { findBoundary } from "./boundaries";
import { type Measured, measure, type Subject } from "./measured";
import type { Outcome, Outcomes } from "./outcomes";
import { DAYS, type Priced, priceOf, SETTINGS } from "./price-of-safety";
import { PROTECTIONS } from "./protections";
import type { BoundaryResult } from "./report";
import type { Scenario } from "./scenario";
import { ASSUMED, outcomesAt, type Sensitivity } from "./sensitivity";

/** A part of the suite that can be done anywhere, at any time: by another thread, on another machine. */
export type Work =
  | { readonly kind: "runs"; readonly scenario: string; readonly from: number; readonly to: number }
  | { readonly kind: "boundary"; readonly scenario: string; readonly index: number }
  | { readonly kind: "ablation"; readonly protection: string }
  | { readonly kind: "sensitivity"; readonly assumption: AssumptionId; readonly end: keyof Sensitivity }
  | { readonly kind: "price"; readonly setting: string };

/** By claim's id; `null` in place of it: the plan doesn't have the protection. */
export type OutcomeEntries = readonly (readonly [string, Outcome])[] | null;

/** What comes of each kind of work; data only, so that it can be sent and kept. */
export interface Answers {
  readonly runs: Measured;
  readonly boundary: BoundaryResult;
  readonly ablation: OutcomeEntries;
  readonly sensitivity: OutcomeEntries;
  /** `null`: the plan can't be run so. */
  readonly price: Priced | null;
}

export type Answer = Answers[Work["kind"]];

/** Runs that are one piece of work. */
const PIECE = 20;

/** How much of the suite is wanted. */
export interface Extent {
  /** Runs of each scenario. */
  readonly runs: number;
  /** Whether boundaries, ablations, sensitivity and the price of safety are looked for too. */
  readonly analyses: boolean;
}

/**
 * Everything that is to be done, each scenario's first run first.
 * @param able the scenarios that can be run
 */
export function workFor(able: readonly Scenario[], { runs, analyses }: Extent): readonly Work[] {
  const first = able.map(({ id }): Work => ({ kind: "runs", scenario: id, from: 0, to: 1 }));
  const others = able.flatMap(({ id }) =>
    pieces(1, runs).map((piece): Work => ({ kind: "runs", scenario: id, ...piece })),
  );
  if (!analyses) return [...first, ...others];
  return [
    ...first,
    ...able.flatMap(({ id, boundaries = [] }) =>
      boundaries.map((_, index): Work => ({ kind: "boundary", scenario: id, index })),
    ),
    ...PROTECTIONS.map(({ id }): Work => ({ kind: "ablation", protection: id })),
    ...ASSUMED.flatMap((assumption): readonly Work[] => [
      { kind: "sensitivity", assumption, end: "low" },
      { kind: "sensitivity", assumption, end: "high" },
    ]),
    ...SETTINGS.map(({ id }): Work => ({ kind: "price", setting: id })),
    ...others,
  ];
}

function pieces(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
  const count = Math.max(0, Math.ceil((to - from) / PIECE));
  return Array.from({ length: count }, (_, piece) => ({
    from: from + piece * PIECE,
    to: Math.min(to, from + (piece + 1) * PIECE),
  }));
}

/** Does a piece of work. */
export function perform(work: Work, scenarios: readonly Scenario[], subject: Subject): Answer {
  switch (work.kind) {
    case "runs":
      return measure(named(scenarios, work.scenario), subject, work.from, work.to);
    case "boundary": {
      const scenario = named(scenarios, work.scenario);
      return findBoundary(scenario, required(scenario.boundaries?.[work.index]), subject);
    }
    case "ablation":
      return entries(outcomesWithout(named(PROTECTIONS, work.protection), scenarios, subject));
    case "sensitivity":
      return entries(outcomesAt(work.assumption, work.end, scenarios, subject));
    case "price":
      return priceOf(named(SETTINGS, work.setting), scenarios, subject);
  }
}

/** How many runs of a scenario a piece of work is about, to tell how long the rest takes. */
export function weightOf(work: Work, scenarios: readonly Scenario[]): number {
  switch (work.kind) {
    case "runs":
      return work.to - work.from;
    case "boundary":
      return 10 / 3;
    case "price":
      return DAYS + scenarios.length;
    default:
      return scenarios.length;
  }
}

const entries = (outcomes: Outcomes | undefined): OutcomeEntries => (outcomes === undefined ? null : [...outcomes]);

const named = <Item extends { readonly id: string }>(items: readonly Item[], id: string): Item =>
  required(items.find((item) => item.id === id));

function required<Item>(item: Item | undefined): Item {
  if (item === undefined) throw new Error("work of another version of the scenarios or protections");
  return item;
}
