import type { Protection } from "./protections";
import type { ScenarioResult } from "./report";
import { runSuite, type SuiteProps } from "./suite";

/** What a claim makes of a protection's absence. */
export interface Ablation {
  readonly protection: string;
  readonly title: string;
  readonly claim: string;
  readonly holdsWith: boolean;
  readonly holdsWithout: boolean;
  /** Means over the runs. */
  readonly measuredWith: number | null;
  readonly measuredWithout: number | null;
}

/** Takes each protection out of the facts and runs everything again, with the same random numbers. */
export function runAblations(props: SuiteProps, protections: readonly Protection[]): readonly Ablation[] {
  const whole = claimsOf(runSuite(props).scenarios);
  return protections.flatMap(({ id, title, without }) => {
    const claims = claimsOf(runSuite({ ...props, facts: without(props.facts) }).scenarios);
    return [...whole].flatMap(([claim, before]) => {
      const after = claims.get(claim);
      if (after?.holds === undefined || before.holds === undefined) return [];
      return {
        ...{ protection: id, title, claim },
        ...{ holdsWith: before.holds, holdsWithout: after.holds },
        ...{ measuredWith: before.measured, measuredWithout: after.measured },
      };
    });
  });
}

const claimsOf = (scenarios: readonly ScenarioResult[]) =>
  new Map(scenarios.flatMap(({ claims }) => claims.map((claim) => [claim.id, claim] as const)));
