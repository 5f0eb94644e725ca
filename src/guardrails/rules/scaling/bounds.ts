import { services } from "../../../plan/facts/services";
import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { atLeast } from "../../expectation";
import { judge, judgeAttribute, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";

const LEAST_TASKS = 2;
const SCHEDULED = "scalable_target_action.min_capacity";

export const bounds: Check = (plan) =>
  services(plan).flatMap(({ scalingTargets, scheduledActions }) => [
    ...scalingTargets.map(judgeBounds),
    ...scheduledActions.flatMap(judgeScheduled),
  ]);

function judgeBounds(target: Resource): Judgement {
  const [least, most] = [target.get("min_capacity"), target.get("max_capacity")];
  if (least instanceof Unknown || most instanceof Unknown)
    return undecided(target.address, "its bounds are known only at apply");
  return judge(
    target.address,
    Number(least) >= LEAST_TASKS && Number(most) > Number(least),
    `min_capacity is ${least}, max_capacity ${most}; wanted: at least ${LEAST_TASKS}, and more than that`,
  );
}

function judgeScheduled(action: Resource): readonly Judgement[] {
  return action.get(SCHEDULED) === undefined ? [] : [judgeAttribute(action, SCHEDULED, atLeast(LEAST_TASKS))];
}
