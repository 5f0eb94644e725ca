import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Below the half, more is idle than in use. */
const withHeadroom = known("50 to 80", (value) => Number(value) >= 50 && Number(value) <= 80);

/** Not set, AWS takes 100. */
export const targetCapacityHeadroom: Check = (plan) =>
  plan
    .resources("aws_ecs_capacity_provider")
    .map((provider) =>
      judgeAttribute(provider, "auto_scaling_group_provider.managed_scaling.target_capacity", withHeadroom),
    );
