import type { TraceEntry } from "../simulator/trace";
import type { Assumptions } from "./assumptions";
import type { LoadProfile } from "./load-profile";
import { secondsUntilHealthy } from "./measures";
import type { PlatformFacts } from "./model/platform";
import type { DetectorResult, ScenarioResult } from "./report";
import { runScenario } from "./run";
import { type Run, type Scenario, START_SECONDS } from "./scenario";

/** What scenarios are run on. */
export interface Subject {
  readonly facts: PlatformFacts;
  readonly load: LoadProfile;
  /** Of the first run; each further run has the next. */
  readonly seed: number;
  /** @default - the table's */
  readonly assumptions?: Assumptions;
}

/** By claim's id, what each run measured, none where its variant isn't run; `null`: there was nothing to measure. */
export interface Values {
  readonly [claim: string]: readonly (number | null)[];
}

/** What is told of a scenario's first run only. */
export interface FirstRun {
  readonly recoverySeconds: number | null;
  readonly detectors: readonly DetectorResult[];
  readonly timeline: ScenarioResult["timeline"];
  /** By claim's id, the first event of each kind that proves it. */
  readonly evidence: { readonly [claim: string]: readonly TraceEntry[] };
}

/** Runs of a scenario, in the order of their seeds. */
export interface Measured {
  readonly values: Values;
  /** `undefined`: the first run isn't among them. */
  readonly first: FirstRun | undefined;
}

/** Runs a scenario with the seeds number `from` up to, and without, number `to`, counted from 0. */
export function measure(scenario: Scenario, subject: Subject, from: number, to: number): Measured {
  const { claims } = scenario;
  const variants = scenario.variants.filter(({ isRun }) => isRun?.(subject.facts) ?? true);
  const values: { [claim: string]: (number | null)[] } = Object.fromEntries(claims.map(({ id }) => [id, []]));
  const first = new Map<string, Run>();
  for (const variant of variants) {
    for (let number = from; number < to; number += 1) {
      const run = runScenario({ ...subject, scenario, variant, seed: subject.seed + number });
      for (const claim of claims) {
        if (claim.variant === variant.id) values[claim.id]?.push(claim.measure(run) ?? null);
      }
      if (number === 0) first.set(variant.id, run);
    }
  }
  return { values, first: first.size === 0 ? undefined : firstRun(scenario, first) };
}

function firstRun(
  { claims, recoverySeconds = secondsUntilHealthy(START_SECONDS) }: Scenario,
  runs: ReadonlyMap<string, Run>,
): FirstRun {
  const recovered = Math.max(...[...runs.values()].map(recoverySeconds));
  return {
    recoverySeconds: Number.isFinite(recovered) ? recovered : null,
    detectors: [...runs].flatMap(([variant, { platform }]) =>
      platform.detections
        .since(START_SECONDS)
        .map(({ name, second }) => ({ variant, name, firesAtSeconds: second - START_SECONDS })),
    ),
    timeline: [...runs].map(([variant, { samples, events }]) => ({ variant, samples, events })),
    evidence: Object.fromEntries(
      claims.map(({ id, variant, evidence }) => {
        const events = (runs.get(variant)?.events ?? []).filter(({ time }) => time >= START_SECONDS);
        return [id, evidence.flatMap((kind) => events.find((event) => event.kind === kind) ?? [])];
      }),
    ),
  };
}
