import { measure, type Subject, type Values } from "./measured";
import { keeps, type Scenario } from "./scenario";

/** What the first run says of a claim. */
export interface Outcome {
  readonly holds: boolean;
  readonly measured: number;
}

/** By claim's id, what the first run says of each that it measures. */
export type Outcomes = ReadonlyMap<string, Outcome>;

/** Runs each scenario once. */
export function outcomesOf(scenarios: readonly Scenario[], subject: Subject): Outcomes {
  const runnable = scenarios.filter(({ inapplicable }) => inapplicable?.(subject.facts) === undefined);
  return new Map(runnable.flatMap((scenario) => outcomes(scenario, measure(scenario, subject, 0, 1).values)));
}

/** What the first of some runs says. */
export function outcomes({ claims }: Scenario, values: Values): readonly (readonly [string, Outcome])[] {
  return claims.flatMap((claim) => {
    const measured = values[claim.id]?.[0];
    return measured === null || measured === undefined ? [] : [[claim.id, { holds: keeps(claim, measured), measured }]];
  });
}
