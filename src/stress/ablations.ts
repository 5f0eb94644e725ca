import { isDeepStrictEqual } from "node:util";
import type { Subject } from "./measured";
import { type Outcomes, outcomesOf } from "./outcomes";
import type { Protection } from "./protections";
import type { Scenario } from "./scenario";

/** What a claim makes of a protection's absence, in the first run. */
export interface Ablation {
  readonly protection: string;
  readonly title: string;
  readonly claim: string;
  readonly holdsWith: boolean;
  readonly holdsWithout: boolean;
  /** `null`: never. */
  readonly measuredWith: number | null;
  readonly measuredWithout: number | null;
}

/**
 * Takes a protection out of the facts and runs everything again, with the same random numbers.
 * @returns what holds then; `undefined`: the plan doesn't have the protection
 */
export function outcomesWithout(
  { without }: Protection,
  scenarios: readonly Scenario[],
  subject: Subject,
): Outcomes | undefined {
  const facts = without(subject.facts);
  return isDeepStrictEqual(facts, subject.facts) ? undefined : outcomesOf(scenarios, { ...subject, facts });
}

/** What the absence of a protection makes of each claim. */
export function ablationsOf({ id, title }: Protection, whole: Outcomes, bare: Outcomes): readonly Ablation[] {
  return [...whole].flatMap(([claim, before]) => {
    const after = bare.get(claim);
    if (after === undefined) return [];
    return {
      ...{ protection: id, title, claim, holdsWith: before.holds, holdsWithout: after.holds },
      ...{ measuredWith: finite(before.measured), measuredWithout: finite(after.measured) },
    };
  });
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);
