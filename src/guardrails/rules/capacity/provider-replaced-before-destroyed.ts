import { judge } from "../../judge";
import type { Check } from "../../rule";

export const providerReplacedBeforeDestroyed: Check = (plan) =>
  plan
    .resources("aws_ecs_capacity_provider")
    .map(({ address, lifecycle }) =>
      judge(address, lifecycle?.createBeforeDestroy ?? false, "lifecycle.create_before_destroy isn't true"),
    );
