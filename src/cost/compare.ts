import type { Plan } from "../plan/plan";
import type { Floor } from "./floor";
import { difference, totalOf } from "./line";
import { unpricedOf } from "./unpriced";

/** An environment or plan, with its floor. */
export interface Priced {
  readonly name: string;
  readonly plans: readonly Plan[];
  readonly floor: Floor;
}

/** What the second of two costs more; amounts are USD a month. */
export interface CostComparison {
  readonly before: string;
  readonly after: string;
  readonly floors: Change;
  /** The kinds of lines that differ, what differs most first. */
  readonly kinds: readonly (Change & { readonly kind: string })[];
  /** What is in no line, of either. */
  readonly unpriced: readonly string[];
}

interface Change {
  readonly before: number;
  readonly after: number;
  readonly difference: number;
}

export function compareCosts(before: Priced, after: Priced): CostComparison {
  const kinds = [...new Set([...before.floor.lines, ...after.floor.lines].map(({ kind }) => kind))];
  return {
    ...{ before: before.name, after: after.name },
    floors: changeOf(before.floor.perMonth, after.floor.perMonth),
    kinds: kinds
      .map((kind) => ({ kind, ...changeOf(sumOf(before.floor, kind), sumOf(after.floor, kind)) }))
      .filter((change) => change.difference !== 0)
      .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference)),
    unpriced: [
      ...new Set([...before.plans, ...after.plans].flatMap((plan) => unpricedOf(plan).map(({ address }) => address))),
    ],
  };
}

const changeOf = (before: number, after: number): Change => ({ before, after, difference: difference(after, before) });

const sumOf = ({ lines }: Floor, kind: string): number => totalOf(lines.filter((line) => line.kind === kind));
