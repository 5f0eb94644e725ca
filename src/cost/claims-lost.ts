import type { Outcomes } from "../stress/outcomes";
import type { Scenario } from "../stress/scenario";

/** Ids of the claims that should hold: those that are commonly made and false aren't among them. */
export function requiredClaims(scenarios: readonly Scenario[]): ReadonlySet<string> {
  return new Set(
    scenarios.flatMap(({ claims }) => claims.flatMap(({ id, insteadTrue }) => (insteadTrue === undefined ? [id] : []))),
  );
}

/** Claims that held, and don't. */
export function claimsLost(whole: Outcomes, own: Outcomes, required: ReadonlySet<string>): readonly string[] {
  return [...own].flatMap(([id, { holds }]) => (required.has(id) && whole.get(id)?.holds && !holds ? [id] : []));
}

/** Claims that held, and of which nothing is known any more: there is nothing left to measure them by. */
export function claimsUnmeasured(whole: Outcomes, own: Outcomes, required: ReadonlySet<string>): readonly string[] {
  return [...whole].flatMap(([id, { holds }]) => (required.has(id) && holds && !own.has(id) ? [id] : []));
}
