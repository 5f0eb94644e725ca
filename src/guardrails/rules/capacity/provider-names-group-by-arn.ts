import type { Plan } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { type Expectation, refersTo } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const providerNamesGroupByArn: Check = (plan) =>
  plan
    .resources("aws_ecs_capacity_provider")
    .map((provider) =>
      judgeAttribute(provider, "auto_scaling_group_provider.auto_scaling_group_arn", arnOfGroup(plan)),
    );

function arnOfGroup(plan: Plan): Expectation {
  const toGroup = refersTo(plan, "aws_autoscaling_group");
  return {
    wanted: "the ARN of an Auto Scaling group",
    holds(value: MaybeValue) {
      if (typeof value === "string") return /^arn:[^:]+:autoscaling:/.test(value);
      const isOtherAttribute =
        value instanceof Unknown && value.references.some(({ attribute }) => attribute !== "" && attribute !== "arn");
      return toGroup.holds(value) === true ? !isOtherAttribute : toGroup.holds(value);
    },
  };
}
