import { meanInterval } from "../simulator/confidence";
import type { FirstRun, Measured, Values } from "./measured";
import type { BoundaryResult, ClaimResult, ScenarioResult } from "./report";
import { type Claim, keeps, type Scenario } from "./scenario";

/** Whether a claim that should hold doesn't; one that is commonly made and false breaks nothing. */
export const isBroken = ({ holds, insteadTrue }: Pick<ClaimResult, "holds" | "insteadTrue">): boolean =>
  holds === false && insteadTrue === undefined;

/** A scenario that the plan has nothing for. */
export function notRun(scenario: Scenario, reason: string): ScenarioResult {
  return {
    ...wordsOf(scenario),
    ...{ verdict: "not run", reason, claims: [], recoverySeconds: null, detectors: [], timeline: [] },
  };
}

/**
 * The result of a scenario's runs.
 * @param boundaries by claim's id
 */
export function resultOf(
  scenario: Scenario,
  { values, first }: Measured,
  boundaries: ReadonlyMap<string, BoundaryResult>,
): ScenarioResult {
  const claims = scenario.claims
    .filter(({ id }) => (values[id] ?? []).length > 0)
    .map((claim) => claimResult(claim, values, first, boundaries.get(claim.id) ?? null));
  const failed = claims.some(isBroken);
  return {
    ...wordsOf(scenario),
    verdict: failed ? "fails" : "holds",
    reason: undefined,
    claims,
    recoverySeconds: first?.recoverySeconds ?? null,
    detectors: first?.detectors ?? [],
    timeline: first?.timeline ?? [],
  };
}

const wordsOf = ({ id, title, question, oftenSaid, recovery }: Scenario) => ({
  id,
  title,
  question,
  oftenSaid,
  recovery,
});

function claimResult(
  claim: Claim,
  all: Values,
  first: FirstRun | undefined,
  boundary: BoundaryResult | null,
): ClaimResult {
  const { id, text, variant, unit, limit, insteadTrue } = claim;
  const values = (all[id] ?? []).filter((value) => value !== null);
  const kept = values.filter((value) => keeps(claim, value)).length;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    ...{ id, text, variant, unit, limit, insteadTrue },
    holds: values.length === 0 ? undefined : kept === values.length,
    measured: Number.isFinite(mean) ? mean : null,
    interval: values.length < 2 || !Number.isFinite(mean) ? null : meanInterval(values),
    kept,
    boundary,
    evidence: first?.evidence[id] ?? [],
  };
}
