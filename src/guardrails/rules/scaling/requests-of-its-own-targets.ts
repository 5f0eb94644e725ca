import { services } from "../../../plan/facts/services";
import { comesFromOutside, describe } from "../../expectation";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

const METRIC = "target_tracking_scaling_policy_configuration.predefined_metric_specification";

export const requestsOfItsOwnTargets: Check = (plan) =>
  services(plan).flatMap(({ targetGroups, scalingPolicies }) =>
    scalingPolicies
      .filter((policy) => policy.get(`${METRIC}.predefined_metric_type`) === "ALBRequestCountPerTarget")
      .map((policy) => {
        const label = policy.get(`${METRIC}.resource_label`);
        if (comesFromOutside(plan, label)) return undecided(policy.address, `resource_label is ${describe(label)}`);
        const counted = plan.referenced(label, "aws_lb_target_group");
        // A label that is text names a load balancer that is there already.
        const isKnownText = typeof label === "string" && /^app\/.+\/.+\/targetgroup\/.+\/.+$/.test(label);
        return judge(
          policy.address,
          isKnownText || counted.some((group) => targetGroups.includes(group)),
          `resource_label is ${describe(label)}: not a target group of its service`,
        );
      }),
  );
