import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const noStickiness: Check = (plan) =>
  plan
    .resources("aws_lb_target_group")
    .map((group) => judgeAttribute(group, "stickiness.enabled", equals(false), group.blocks("stickiness").length > 0));
