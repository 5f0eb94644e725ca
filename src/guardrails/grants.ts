import type { PolicyText } from "../plan/facts/policies";
import type { Plan, Resource } from "../plan/plan";
import { listOf, Unknown } from "../plan/value";
import { companions } from "./judge";
import { identityPolicies } from "./permissions";
import { isAbout } from "./statements";

/** Whether a policy of the plan allows the role an action, on a resource that `isMeant` accepts. */
export function allows(
  plan: Plan,
  role: Resource,
  action: string,
  isMeant: (resource: PolicyText) => boolean = () => true,
): boolean {
  return policiesOf(plan, role).some(
    ({ statements }) =>
      !(statements instanceof Unknown) &&
      statements.some(
        (statement) => statement.effect === "Allow" && isAbout(statement, action) && statement.resources.some(isMeant),
      ),
  );
}

/** Whether the role has permissions that the plan doesn't say: of AWS's policies, or known only at apply. */
export function hasUnknownGrants(plan: Plan, role: Resource): boolean {
  const foreign = [
    ...listOf(role.get("managed_policy_arns")),
    ...companions(plan, role, "aws_iam_role_policy_attachment", "role").map((holder) => holder.get("policy_arn")),
  ].filter((arn) => plan.referenced(arn, "aws_iam_policy").length === 0);
  return foreign.length > 0 || policiesOf(plan, role).some(({ statements }) => statements instanceof Unknown);
}

const policiesOf = (plan: Plan, { address }: Resource) =>
  identityPolicies(plan).filter(({ roles }) => roles.some((role) => role.address === address));
