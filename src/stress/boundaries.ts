import type { Subject } from "./measured";
import type { BoundaryResult } from "./report";
import { runScenario } from "./run";
import { type Boundary, keeps, type Scenario } from "./scenario";

/** Parts of the range at whose ends is tried whether the boundary is the only one. */
const PARTS = 5;

/**
 * Looks, in the first run, for the value at which a claim stops holding: by bisection, in steps of the precision.
 * @throws Error if the boundary names no claim of the scenario
 */
export function findBoundary(scenario: Scenario, boundary: Boundary, subject: Subject): BoundaryResult {
  const { quantity, unit, from, to, precision } = boundary;
  const steps = Math.max(1, Math.round(Math.abs(to - from) / precision));
  const valueAt = (step: number) => Number((from + ((to - from) * step) / steps).toPrecision(12));
  const holds = trial(scenario, boundary, subject);
  const tried = new Map<number, boolean>();
  const holdsAt = (step: number): boolean => {
    const result = tried.get(step) ?? holds(valueAt(step));
    tried.set(step, result);
    return result;
  };

  for (let part = 0; part <= PARTS; part += 1) holdsAt(Math.round((steps * part) / PARTS));
  const inOrder = () => [...tried.keys()].sort((a, b) => a - b);
  let breaks = inOrder().find((step) => !holdsAt(step));
  if (breaks === undefined) return { quantity, unit, holdsAt: to, breaksAt: null, isMonotone: true };
  // Each before the first break holds.
  let last = Math.max(-1, ...inOrder().filter((step) => step < Number(breaks)));
  while (last >= 0 && breaks - last > 1) {
    const middle = Math.floor((last + breaks) / 2);
    if (holdsAt(middle)) last = middle;
    else breaks = middle;
  }
  const isMonotone = inOrder().every((step) => holdsAt(step) === step < Number(breaks));
  return { quantity, unit, holdsAt: last < 0 ? null : valueAt(last), breaksAt: valueAt(breaks), isMonotone };
}

/** Whether the boundary's claim holds at a value; where there is nothing to measure, nothing breaks it. */
function trial(scenario: Scenario, boundary: Boundary, subject: Subject): (value: number) => boolean {
  const claim = scenario.claims.find(({ id }) => id === boundary.claim);
  const variant = scenario.variants.find(({ id }) => id === claim?.variant);
  if (claim === undefined || variant === undefined) throw new Error(`${scenario.id}: no claim ${boundary.claim}`);
  return (value) => {
    const changed = { ...variant, ...boundary.at(value) };
    const measured = claim.measure(runScenario({ ...subject, scenario, variant: changed }));
    return measured === undefined || keeps(claim, measured);
  };
}
