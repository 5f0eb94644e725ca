import type { Sample } from "./model/recorder";
import type { DetectorResult, ScenarioResult } from "./report";
import { START_SECONDS } from "./scenario";

/** Requests that fail by chance alone, in a model that counts them in fractions. */
const BARELY_REQUESTS = 0.5;
/** Tasks may be missing for as long as a scale-out takes, without harm: as the platform's own alarm has it. */
const PATIENCE_SECONDS = 600;

/** The first that notices each variant of a scenario. */
export function firstDetectors({ detectors }: ScenarioResult): ReadonlyMap<string, DetectorResult> {
  const first = new Map<string, DetectorResult>();
  for (const detector of detectors) {
    const before = first.get(detector.variant);
    if (before === undefined || detector.firesAtSeconds < before.firesAtSeconds) first.set(detector.variant, detector);
  }
  return first;
}

/** Variants that hurt, and that nothing would notice. */
export function unnoticed(result: ScenarioResult): readonly string[] {
  const noticed = firstDetectors(result);
  return result.timeline
    .filter(({ variant, samples }) => hurts(samples) && !noticed.has(variant))
    .map(({ variant }) => variant);
}

/** Whether users or tasks suffer: requests fail, or tasks are missing for longer than a scale-out takes. */
function hurts(samples: readonly Sample[]): boolean {
  const after = samples.filter(({ second }) => second > START_SECONDS);
  if (after.reduce((sum, { failedRequests }) => sum + failedRequests, 0) > BARELY_REQUESTS) return true;
  let since: number | undefined;
  for (const { second, healthyTasks, desiredTasks } of after) {
    since = healthyTasks < desiredTasks ? (since ?? second) : undefined;
    if (since !== undefined && second - since > PATIENCE_SECONDS) return true;
  }
  return false;
}
