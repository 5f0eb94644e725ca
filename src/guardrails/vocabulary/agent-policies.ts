import { companions } from "../../plan/facts/belonging";
import type { CapacityGroup } from "../../plan/facts/capacity";
import type { Plan, Resource } from "../../plan/plan";
import { ecsGroups } from "./ecs-groups";

/** The roles of the instances that a group launches. */
export function instanceRoles(plan: Plan, { launchTemplate }: CapacityGroup): readonly Resource[] {
  const profiles = ["arn", "name"].flatMap((key) =>
    plan.referenced(launchTemplate?.get(`iam_instance_profile.${key}`), "aws_iam_instance_profile"),
  );
  return profiles.flatMap((profile) => plan.referenced(profile.get("role"), "aws_iam_role"));
}

/** What lets the ECS agents on the instances of those providers speak to ECS: their role's policies. */
export function agentPolicies(plan: Plan, providers: readonly Resource[]): readonly Resource[] {
  return ecsGroups(plan)
    .filter(({ capacityProviders }) => capacityProviders.some((provider) => providers.includes(provider)))
    .flatMap((group) => instanceRoles(plan, group))
    .flatMap((role) => [
      ...companions(plan, role, "aws_iam_role_policy", "role"),
      ...companions(plan, role, "aws_iam_role_policy_attachment", "role"),
    ]);
}
