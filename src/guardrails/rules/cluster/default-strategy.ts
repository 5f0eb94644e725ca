import { judge } from "../../judge";
import type { Check } from "../../rule";

export const defaultStrategy: Check = (plan) =>
  plan
    .resources("aws_ecs_cluster_capacity_providers")
    .map((association) =>
      judge(
        association.address,
        association.blocks("default_capacity_provider_strategy").length > 0,
        "no default_capacity_provider_strategy",
      ),
    );
