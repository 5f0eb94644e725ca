import type { Assumptions } from "./assumptions";
import type { Service } from "./facts/services";
import type { Load } from "./model/load";
import { Platform, type PlatformFacts } from "./model/platform";
import { Recorder } from "./model/recorder";
import type { Run, Scenario, Variant } from "./scenario";

/** Seconds between two looks at the platform. */
export const SAMPLE_SECONDS = 10;

export interface RunProps {
  readonly scenario: Scenario;
  readonly variant: Variant;
  readonly facts: PlatformFacts;
  readonly assumptions: Assumptions;
  readonly seed: number;
  readonly load: (service: Service) => Load;
}

/** Runs one variant of a scenario once. */
export function runScenario({ scenario, variant, facts, assumptions, seed, load }: RunProps): Run {
  const prepared = variant.prepare?.(facts) ?? facts;
  const platform = new Platform({ facts: prepared, assumptions, seed, load });
  const recorder = new Recorder(platform, SAMPLE_SECONDS);
  variant.disturb(platform);
  platform.run(scenario.durationSeconds);
  return { facts: prepared, platform, samples: recorder.samples, events: platform.world.trace.entries };
}
