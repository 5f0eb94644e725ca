import type { Plan } from "../../src/plan/plan";
import { defaultLoad } from "../../src/stress/load-profile";
import { type PlatformFacts, platformFacts } from "../../src/stress/model/platform";
import type { ScenarioResult } from "../../src/stress/report";
import type { Scenario } from "../../src/stress/scenario";
import { runSuite } from "../../src/stress/suite";

/** What a scenario says of a plan, or of facts, in one run. */
export function resultOf(scenario: Scenario, subject: Plan | PlatformFacts): ScenarioResult {
  const facts = "groups" in subject ? subject : platformFacts(subject);
  const { scenarios } = runSuite({
    ...{ environment: "test", facts, scenarios: [scenario], load: defaultLoad },
    ...{ seed: 1, runs: 1, analyses: false },
  });
  const [result] = scenarios;
  if (result === undefined) throw new Error(`${scenario.id} wasn't run`);
  return result;
}

/** Of a scenario's claims, by the last part of their ids, whether each holds. */
export function verdictsOf({ claims }: ScenarioResult): { readonly [claim: string]: boolean | undefined } {
  return Object.fromEntries(claims.map(({ id, holds }) => [id.split("/")[1], holds]));
}

/** What a claim measured. */
export function measuredOf({ claims }: ScenarioResult, name: string): number {
  return claims.find(({ id }) => id.endsWith(`/${name}`))?.measured ?? Number.POSITIVE_INFINITY;
}
