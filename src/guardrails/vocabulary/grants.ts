import { companions } from "../../plan/facts/belonging";
import type { PolicyFact, PolicyText, Statement } from "../../plan/facts/policies";
import { comesFromOutside } from "../../plan/outside";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, Unknown } from "../../plan/value";
import { identityPolicies, isOpenText } from "./permissions";
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
  const isElsewhere = plan
    .resources("aws_iam_role_policy")
    .some((policy) => comesFromOutside(plan, policy.get("role")));
  return foreign.length > 0 || isElsewhere || policiesOf(plan, role).some(isOpen);
}

function isOpen({ statements }: PolicyFact): boolean {
  return (
    statements instanceof Unknown ||
    statements.some(({ actions, resources }) => [...actions, ...resources].some(isOpenText))
  );
}

/** What the plan's policies say that a role may do and may not do. */
export function statementsFor(plan: Plan, role: Resource): readonly Statement[] {
  return policiesOf(plan, role).flatMap(({ statements }) => (statements instanceof Unknown ? [] : statements));
}

const policiesOf = (plan: Plan, { address }: Resource) =>
  identityPolicies(plan).filter(({ roles }) => roles.some((role) => role.address === address));
