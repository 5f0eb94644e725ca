import { services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { ignoresChanges } from "../../vocabulary/ignored-changes";

const BOUNDS = ["min_capacity", "max_capacity"];

/** The other way round too: bounds that are left to a schedule that isn't there are changed by nobody. */
export const boundsLeftToSchedule: Check = (plan) => {
  const owners = plan.resources("aws_appautoscaling_scheduled_action").map((action) => action.get("resource_id"));
  return services(plan).flatMap(({ scalingTargets, scheduledActions }) =>
    scalingTargets.flatMap((target) => {
      if (scheduledActions.length > 0) return [judgeIgnored(target)];
      const isLeft = BOUNDS.some((bound) => ignoresChanges(target, bound));
      const found =
        "lifecycle.ignore_changes holds its bounds, and no aws_appautoscaling_scheduled_action changes them";
      return isLeft ? [unlessOpen(plan, judge(target.address, false, found), ...owners)] : [];
    }),
  );
};

function judgeIgnored(target: Resource) {
  const missing = BOUNDS.filter((bound) => !ignoresChanges(target, bound));
  return judge(target.address, missing.length === 0, `lifecycle.ignore_changes lacks ${missing.join(", ")}`);
}
