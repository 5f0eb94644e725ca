import { type Assumptions, assumptions as distributions } from "./assumptions";
import type { Service } from "./facts/services";
import type { Load } from "./model/load";
import { Platform, type PlatformFacts } from "./model/platform";
import { Recorder } from "./model/recorder";
import { type Run, type Scenario, START_SECONDS, type Variant } from "./scenario";

/** Seconds between two looks at the platform: ten, and more where that would be too many to show. */
const SAMPLE_SECONDS = 10;
const MOST_SAMPLES = 720;

export interface RunProps {
  readonly scenario: Scenario;
  readonly variant: Variant;
  readonly facts: PlatformFacts;
  /** @default - the table's */
  readonly assumptions?: Assumptions;
  readonly seed: number;
  readonly load: (service: Service) => Load;
}

/** The table's own; they hold no state of a run. */
const DEFAULTS = distributions();

/** Runs one variant of a scenario once. */
export function runScenario({ scenario, variant, facts, assumptions = DEFAULTS, seed, load }: RunProps): Run {
  const prepared = variant.prepare?.(facts) ?? facts;
  const start = scenario.startEpochSeconds?.(prepared);
  const platform = new Platform({
    ...{ facts: prepared, assumptions, seed },
    load: (service) => variant.load?.(load(service)) ?? load(service),
    ...(start === undefined ? {} : { beginEpochSeconds: start - START_SECONDS }),
  });
  const durationSeconds = variant.durationSeconds?.(prepared) ?? scenario.durationSeconds;
  const recorder = new Recorder(platform, sampleSeconds(durationSeconds));
  variant.disturb(platform);
  platform.run(durationSeconds);
  return { facts: prepared, platform, samples: recorder.samples, events: platform.world.trace.entries };
}

const sampleSeconds = (durationSeconds: number): number =>
  Math.max(SAMPLE_SECONDS, Math.ceil(durationSeconds / MOST_SAMPLES));
