import type { Plan, Resource } from "../../../plan/plan";
import type { MaybeValue } from "../../../plan/value";
import { isSameResource } from "../../clusters";
import { comesFromOutside, describe } from "../../expectation";
import { allOf, failed, judge, undecided } from "../../judge";
import type { Check } from "../../rule";

export const defaultStrategy: Check = (plan) =>
  plan.resources("aws_ecs_cluster_capacity_providers").map((association) => {
    const { address } = association;
    const names = association
      .blocks("default_capacity_provider_strategy")
      .map((block) => block.get("capacity_provider"));
    if (names.length === 0) return failed(address, "no default_capacity_provider_strategy");
    return allOf(
      address,
      names.map((name) => judgeName(plan, association, name)),
    );
  });

function judgeName(plan: Plan, association: Resource, name: MaybeValue) {
  const { address } = association;
  const providers = association.get("capacity_providers");
  if (comesFromOutside(plan, name) || comesFromOutside(plan, providers))
    return undecided(address, `its default strategy names ${describe(name)}`);
  return judge(
    address,
    isSameResource(plan, name, providers, "aws_ecs_capacity_provider"),
    `its default strategy names ${describe(name)}, which isn't in capacity_providers`,
  );
}
