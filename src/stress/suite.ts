import { meanInterval } from "../simulator/confidence";
import { ASSUMPTIONS, assumptions } from "./assumptions";
import type { LoadProfile } from "./load-profile";
import { secondsUntilHealthy } from "./measures";
import type { PlatformFacts } from "./model/platform";
import type { ClaimResult, ScenarioResult, StressReport } from "./report";
import { runScenario } from "./run";
import { type Claim, keeps, type Run, type Scenario, START_SECONDS } from "./scenario";

export interface SuiteProps {
  readonly environment: string;
  readonly facts: PlatformFacts;
  readonly scenarios: readonly Scenario[];
  /** Seed of the first run; each further run has the next. */
  readonly seed: number;
  readonly runs: number;
  readonly load: LoadProfile;
  /** Told before each scenario. */
  readonly onScenario?: (scenario: Scenario) => void;
}

/** Runs scenarios on a plan's facts, each as often as asked, and says which claims hold. */
export function runSuite(props: SuiteProps): StressReport {
  const { environment, seed, runs } = props;
  return {
    environment,
    seed,
    runs,
    scenarios: props.scenarios.map((scenario) => {
      props.onScenario?.(scenario);
      return resultOf(scenario, props);
    }),
    assumptions: Object.entries(ASSUMPTIONS).map(([id, assumption]) => ({ id, ...assumption })),
  };
}

/** Whether every claim that should hold does. */
export function holds({ scenarios }: StressReport): boolean {
  return scenarios.every(({ verdict }) => verdict !== "fails");
}

function resultOf(scenario: Scenario, props: SuiteProps): ScenarioResult {
  const { id, title, question, oftenSaid, recovery, variants, claims } = scenario;
  const common = { id, title, question, oftenSaid, recovery };
  const reason = scenario.inapplicable?.(props.facts);
  if (reason !== undefined)
    return { ...common, verdict: "not run", reason, claims: [], recoverySeconds: null, detectors: [], timeline: [] };

  const { facts, load, seed, runs } = props;
  const measured = new Map<Claim, (number | undefined)[]>(claims.map((claim) => [claim, []]));
  const first = new Map<string, Run>();
  for (const variant of variants) {
    for (let number = 0; number < runs; number += 1) {
      const run: Run = runScenario({ scenario, variant, facts, assumptions: assumptions(), seed: seed + number, load });
      for (const claim of claims) if (claim.variant === variant.id) measured.get(claim)?.push(claim.measure(run));
      if (number === 0) first.set(variant.id, run);
    }
  }
  const results = [...measured].map(([claim, values]) => claimResult(claim, values, first.get(claim.variant)));
  const failed = results.some(({ holds, insteadTrue }) => holds === false && insteadTrue === undefined);
  const healthy = Math.max(...[...first.values()].map(secondsUntilHealthy(START_SECONDS)));
  return {
    ...common,
    ...{ verdict: failed ? "fails" : "holds", reason, claims: results },
    recoverySeconds: Number.isFinite(healthy) ? healthy : null,
    detectors: [],
    timeline: [...first].map(([variant, { samples, events }]) => ({ variant, samples, events })),
  };
}

function claimResult(claim: Claim, all: readonly (number | undefined)[], first: Run | undefined): ClaimResult {
  const { id, text, variant, unit, limit, insteadTrue } = claim;
  const values = all.filter((value) => value !== undefined);
  const kept = values.filter((value) => keeps(claim, value)).length;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    ...{ id, text, variant, unit, limit, insteadTrue },
    holds: values.length === 0 ? undefined : kept === values.length,
    measured: Number.isFinite(mean) ? mean : null,
    interval: values.length < 2 ? null : meanInterval(values),
    kept,
    boundary: null,
    evidence: claim.evidence.flatMap(
      (kind) => first?.events.find((event) => event.kind === kind && event.time >= START_SECONDS) ?? [],
    ),
  };
}
