import { ASSUMPTIONS, type AssumptionId, assumptions } from "./assumptions";
import type { Subject } from "./measured";
import { type Outcomes, outcomesOf } from "./outcomes";
import type { Scenario } from "./scenario";

/** Claims that an assumed number decides: those that change where it is at an end of its range throughout. */
export interface Sensitivity {
  readonly low: readonly string[];
  readonly high: readonly string[];
}

/** The numbers that nobody has published: what they change is looked at. */
export const ASSUMED: readonly AssumptionId[] = Object.entries(ASSUMPTIONS)
  .filter(([, { kind }]) => kind === "assumed")
  .map(([id]) => id as AssumptionId);

/** Runs everything with an assumption at the lowest, or the highest, value of its range. */
export function outcomesAt(
  id: AssumptionId,
  end: keyof Sensitivity,
  scenarios: readonly Scenario[],
  subject: Subject,
): Outcomes {
  const { value } = ASSUMPTIONS[id];
  const pinned = end === "low" ? Math.min(...value) : Math.max(...value);
  return outcomesOf(scenarios, { ...subject, assumptions: assumptions({ [id]: [pinned] }) });
}

/** Claims that hold in the one and not in the other. */
export function flipped(whole: Outcomes, others: Outcomes): readonly string[] {
  return [...others].filter(([claim, { holds }]) => whole.get(claim)?.holds === !holds).map(([claim]) => claim);
}
