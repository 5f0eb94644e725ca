import type { ServiceFact } from "../../../plan/facts/services";
import { services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

const ACTION = "aws_appautoscaling_scheduled_action";
const BOUNDS = ["min_capacity", "max_capacity"] as const;

/** Each bound that a scheduled action lowers below that of the target, another one raises again. */
export const scheduleComesBack: Check = (plan) =>
  services(plan)
    .filter(({ scheduledActions }) => scheduledActions.length > 0)
    .flatMap((fact) =>
      fact.scalingTargets.map((target) =>
        unlessOpen(plan, judgeSchedule(fact, target), ...plan.resources(ACTION).map(({ values }) => values)),
      ),
    );

function judgeSchedule({ scheduledActions }: ServiceFact, target: Resource) {
  const lowered = BOUNDS.filter((bound) => {
    const usual = Number(target.get(bound));
    const values = scheduledActions
      .map((action) => action.get(`scalable_target_action.${bound}`))
      .filter((value) => value !== undefined)
      .map(Number);
    return values.some((value) => value < usual) && !values.some((value) => value >= usual);
  });
  return judge(target.address, lowered.length === 0, `a scheduled action lowers its ${lowered.join(" and ")} for good`);
}
