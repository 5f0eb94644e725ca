import type { Schedule } from "../../catalogue/schedule";
import { stateMachines } from "../../plan/facts/state-machines";
import type { Plan } from "../../plan/plan";
import { eventRulesOf } from "../../stress/facts/event-rules";

/** A state machine that a schedule starts. */
export interface ScheduledRuns {
  readonly machine: string;
  readonly runsAnHour: number;
  /** All that it has: a run may pass fewer. */
  readonly states: number;
  /** Of its states, those that scan a table. */
  readonly scans: number;
}

/** The state machines that schedules start, whatever happens. */
export function scheduledRuns(plan: Plan): readonly ScheduledRuns[] {
  const rules = eventRulesOf(plan).filter(({ schedule }) => schedule !== undefined);
  return stateMachines(plan).flatMap(({ machine, states }) => {
    const starting = rules.filter(({ targets }) =>
      targets.some((target) => plan.referenced(target.get("arn"), "aws_sfn_state_machine").includes(machine)),
    );
    if (starting.length === 0) return [];
    const scans = states.filter(({ state }) => String(state.Resource).endsWith(":dynamodb:scan")).length;
    const runsAnHour = starting.reduce((sum, { schedule }) => sum + (schedule ? perHour(schedule) : 0), 0);
    return { machine: machine.address, runsAnHour, states: states.length, scans };
  });
}

/** Four weeks of 2026, so that every weekday is in it as often. */
const FROM_SECONDS = Date.UTC(2026, 5, 1) / 1000;
const SECONDS = 28 * 86_400;

/** How often a schedule comes, on average. */
function perHour(schedule: Schedule): number {
  let times = 0;
  for (
    let at = schedule.next(FROM_SECONDS - 1);
    at !== undefined && at < FROM_SECONDS + SECONDS;
    at = schedule.next(at)
  ) {
    times += 1;
  }
  return times / (SECONDS / 3600);
}
