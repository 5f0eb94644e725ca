import { type Existing, isCalled } from "../account/existing";
import type { Wanted } from "./wanted";

/** What was found for a wanted resource. */
export interface Pair {
  readonly wanted: Wanted;
  readonly existing: Existing;
}

/** Whether one resource of the account refers to another. */
export const uses = (one: Existing, other: Existing) => one.uses.some((text) => isCalled(other, text));

/**
 * The pairs that speak for taking one for the other: in the code the one refers to the wanted, and in the account to the
 * existing, or the other way round.
 */
export function relatives(wanted: Wanted, existing: Existing, pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter(
    (pair) =>
      (wanted.dependencies.includes(pair.wanted.address) && uses(existing, pair.existing)) ||
      (pair.wanted.dependencies.includes(wanted.address) && uses(pair.existing, existing)),
  );
}

/** The pairs that have to do with something of the account, whatever the code says. */
export function neighbours(existing: Existing, pairs: readonly Pair[]): readonly Pair[] {
  return pairs.filter((pair) => uses(existing, pair.existing) || uses(pair.existing, existing));
}
