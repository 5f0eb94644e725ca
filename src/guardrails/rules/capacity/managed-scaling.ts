import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const managedScaling: Check = (plan) =>
  plan
    .resources("aws_ecs_capacity_provider")
    .map((provider) =>
      judgeAttribute(provider, "auto_scaling_group_provider.managed_scaling.status", equals("ENABLED")),
    );
