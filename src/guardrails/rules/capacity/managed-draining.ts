import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Stated: AWS enables it for new providers only, and one that Terraform doesn't set stays as it is. */
export const managedDraining: Check = (plan) =>
  plan
    .resources("aws_ecs_capacity_provider")
    .map((provider) => judgeAttribute(provider, "auto_scaling_group_provider.managed_draining", equals("ENABLED")));
