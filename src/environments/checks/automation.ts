import type { Environment } from "../schema";
import { describe } from "./describe";
import type { Draft, Finding } from "./finding";
import { exceeds } from "./lists";

/** Step Functions takes 256 KiB from a call; a group's description has some 330 bytes an instance. */
const MOST_INSTANCES = 700;

/** The Spot fallback has a way to go, comes back more slowly than it goes, and can read its group. */
export function* automationFindings({ automation, capacity }: Draft<Environment>): Generator<Finding> {
  const floor = capacity?.onDemandPercentageAboveBase;
  const fallback = automation?.spotFallback;
  if (floor === 100 || fallback === undefined) return;
  const { maxOnDemandPercent, checkMinutes, holdMinutes } = fallback;
  const path = "automation.spotFallback";
  if (floor !== undefined && maxOnDemandPercent !== undefined && maxOnDemandPercent <= floor) {
    const allowed = `more than capacity.onDemandPercentageAboveBase, ${floor}, from which it rises`;
    yield { path: `${path}.maxOnDemandPercent`, got: describe(maxOnDemandPercent), allowed };
  }
  if (checkMinutes !== undefined && exceeds(2 * checkMinutes, holdMinutes)) {
    const allowed = `at least ${2 * checkMinutes}, twice checkMinutes: a share that falls as fast as it rises swings`;
    yield { path: `${path}.holdMinutes`, got: describe(holdMinutes), allowed };
  }
  if (exceeds(capacity?.maxInstances, MOST_INSTANCES)) {
    const allowed = `at most ${MOST_INSTANCES} with Spot: the Spot fallback can't read a larger group`;
    yield { path: "capacity.maxInstances", got: describe(capacity?.maxInstances), allowed };
  }
}
