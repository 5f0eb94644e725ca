import { type StateFact, stateMachines } from "../../../plan/facts/state-machines";
import { isRecord, listOf } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const callsRetried: Check = (plan) =>
  stateMachines(plan).map(({ machine, definition, states }) => {
    if (definition === undefined) return undecided(machine.address, "its definition is known only at apply");
    const once = states.filter(({ state }) => state.Type === "Task" && !isRetried(state)).map(({ name }) => name);
    return judge(machine.address, once.length === 0, `tried once only: ${once.join(", ")}`);
  });

/** At least twice more: a throttled call is seldom let through a second later. */
const FEWEST = 2;
const DEFAULT_ATTEMPTS = 3;

function isRetried({ Retry }: StateFact["state"]): boolean {
  return listOf(Retry)
    .filter(isRecord)
    .some(
      ({ ErrorEquals, MaxAttempts = DEFAULT_ATTEMPTS }) =>
        listOf(ErrorEquals).some((name) => name === "States.TaskFailed" || name === "States.ALL") &&
        Number(MaxAttempts) >= FEWEST,
    );
}
