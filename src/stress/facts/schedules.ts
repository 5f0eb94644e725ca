import { parseRecurrence, parseSchedule, type Schedule } from "../../catalogue/schedule";
import { numberOf } from "../../plan/facts/texts";
import type { Plan, Resource } from "../../plan/plan";
import type { MaybeValue } from "../../plan/value";

/** What is to be set at times. */
export interface ScheduledAction {
  readonly name: string;
  /** `undefined`: it can't be read, or isn't known before the apply; the action never comes. */
  readonly schedule: Schedule | undefined;
  /** `undefined`: it stays as it is. */
  readonly min: number | undefined;
  readonly max: number | undefined;
  /** Of a group alone. */
  readonly desired: number | undefined;
}

/** Scheduled actions of Application Auto Scaling on a service. */
export function serviceSchedules(actions: readonly Resource[]): readonly ScheduledAction[] {
  return actions.map((action) => ({
    name: String(action.get("name")),
    schedule: read(parseSchedule, action.get("schedule"), action.get("timezone")),
    min: set(action.get("scalable_target_action.min_capacity")),
    max: set(action.get("scalable_target_action.max_capacity")),
    desired: undefined,
  }));
}

/** Scheduled actions of EC2 Auto Scaling on a group. */
export function groupSchedules(plan: Plan, group: Resource): readonly ScheduledAction[] {
  return plan
    .resources("aws_autoscaling_schedule")
    .filter((action) =>
      plan.referenced(action.get("autoscaling_group_name"), "aws_autoscaling_group").some((own) => own === group),
    )
    .map((action) => ({
      name: String(action.get("scheduled_action_name")),
      schedule: read(parseRecurrence, action.get("recurrence"), action.get("time_zone")),
      min: set(action.get("min_size")),
      max: set(action.get("max_size")),
      desired: set(action.get("desired_capacity")),
    }));
}

/** The provider writes -1 for what an action doesn't set. */
function set(value: MaybeValue): number | undefined {
  const number = numberOf(value);
  return typeof number === "number" && number >= 0 ? number : undefined;
}

function read(parse: typeof parseSchedule, expression: MaybeValue, timezone: MaybeValue): Schedule | undefined {
  if (typeof expression !== "string") return undefined;
  try {
    return parse(expression, typeof timezone === "string" ? timezone : undefined);
  } catch (error) {
    // A guardrail judges how it is written; here it just never comes.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
