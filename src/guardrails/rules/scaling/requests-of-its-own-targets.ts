import { services } from "../../../plan/facts/services";
import { describe } from "../../expectation";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

const METRIC = "target_tracking_scaling_policy_configuration.predefined_metric_specification";
/** A label that is text names a load balancer that is there already. */
const LABEL = /^app\/.+\/.+\/targetgroup\/.+\/.+$/;

export const requestsOfItsOwnTargets: Check = (plan) =>
  services(plan).flatMap(({ service, targetGroups, scalingPolicies }) =>
    scalingPolicies
      .filter((policy) => policy.get(`${METRIC}.predefined_metric_type`) === "ALBRequestCountPerTarget")
      .map((policy) => {
        const label = policy.get(`${METRIC}.resource_label`);
        const counted = plan.referenced(label, "aws_lb_target_group");
        const judgement = judge(
          policy.address,
          (typeof label === "string" && LABEL.test(label)) || counted.some((group) => targetGroups.includes(group)),
          `resource_label is ${describe(label)}: not a target group of its service`,
        );
        return unlessOpen(plan, judgement, label, service.get("load_balancer"));
      }),
  );
