import { isEnabled, targetsOf } from "../../../cloudwatch/event-rules";
import { comesFromOutside } from "../../../plan/outside";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";

export const rulesHaveTargets: Check = (plan) => {
  const isElsewhere = plan
    .resources("aws_cloudwatch_event_target")
    .some((target) => comesFromOutside(plan, target.get("rule")));
  return plan
    .resources("aws_cloudwatch_event_rule")
    .filter(isEnabled)
    .map((rule) =>
      openIf(
        isElsewhere,
        judge(rule.address, targetsOf(plan, rule).length > 0, "no aws_cloudwatch_event_target is of it"),
      ),
    );
};
