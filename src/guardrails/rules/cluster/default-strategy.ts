import { describe } from "../../expectation";
import { allOf, judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { isSameResource } from "../../vocabulary/same-resource";

const STRATEGY = "default_capacity_provider_strategy";

export const defaultStrategy: Check = (plan) =>
  plan.resources("aws_ecs_cluster_capacity_providers").map((association) => {
    const { address } = association;
    const providers = association.get("capacity_providers");
    const names = association.blocks(STRATEGY).map((block) => block.get("capacity_provider"));
    const judgement = allOf(address, [
      judge(address, names.length > 0, `no ${STRATEGY}`),
      ...names.map((name) =>
        judge(
          address,
          isSameResource(plan, name, providers, "aws_ecs_capacity_provider"),
          `its default strategy names ${describe(name)}, which isn't in capacity_providers`,
        ),
      ),
    ]);
    return unlessOpen(plan, judgement, providers, association.get(STRATEGY));
  });
