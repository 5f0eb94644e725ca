import { type StateFact, stateMachines } from "../../../plan/facts/state-machines";
import { isRecord, listOf, type ValueRecord } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const callsRetried: Check = (plan) =>
  stateMachines(plan).map(({ machine, definition, states }) => {
    if (definition === undefined) return undecided(machine.address, "its definition is known only at apply");
    const calls = states.filter(({ state }) => state.Type === "Task");
    const wrong = calls.flatMap(({ name, state }) => wrongWith(state).map((what) => `${name} ${what}`));
    return judge(machine.address, wrong.length === 0, wrong.join("; "));
  });

/** At least twice more: a throttled call is seldom let through a second later. */
const FEWEST = 2;
const DEFAULT_ATTEMPTS = 3;
const DEFAULT_BACKOFF = 2;
const DEFAULT_INTERVAL_SECONDS = 1;

function wrongWith({ Retry }: StateFact["state"]): readonly string[] {
  const retriers = listOf(Retry).filter(isRecord);
  return [...(retriers.some(isOfFailures) ? [] : ["is tried once only"]), ...retriers.flatMap(wrongTimes)];
}

const isOfFailures = ({ ErrorEquals, MaxAttempts = DEFAULT_ATTEMPTS }: ValueRecord) =>
  listOf(ErrorEquals).some((name) => name === "States.TaskFailed" || name === "States.ALL") &&
  Number(MaxAttempts) >= FEWEST;

/** A throttled caller that comes back at once, or as often as before, is throttled again. */
function wrongTimes(retrier: ValueRecord): readonly string[] {
  const { IntervalSeconds = DEFAULT_INTERVAL_SECONDS, BackoffRate = DEFAULT_BACKOFF, MaxDelaySeconds } = retrier;
  return [
    ...(Number(BackoffRate) > 1 ? [] : ["waits no longer from try to try (BackoffRate)"]),
    ...(Number(IntervalSeconds) >= 1 ? [] : ["is tried again at once (IntervalSeconds)"]),
    ...(MaxDelaySeconds === undefined || Number(MaxDelaySeconds) > Number(IntervalSeconds)
      ? []
      : ["has MaxDelaySeconds that isn't above IntervalSeconds"]),
  ];
}
