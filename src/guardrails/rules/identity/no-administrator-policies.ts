import type { Resource } from "../../../plan/plan";
import { listOf, type Value } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** Where policies are attached, and by what attribute. */
const ATTACHMENTS: { readonly [type: string]: string } = {
  aws_iam_role_policy_attachments_exclusive: "policy_arns",
  aws_iam_role_policy_attachment: "policy_arn",
  aws_iam_policy_attachment: "policy_arn",
  aws_iam_user_policy_attachment: "policy_arn",
  aws_iam_group_policy_attachment: "policy_arn",
  aws_iam_role: "managed_policy_arns",
};

export const noAdministratorPolicies: Check = (plan) =>
  Object.entries(ATTACHMENTS).flatMap(([type, attribute]) =>
    plan.resources(type).map((holder) => judgeArns(holder, attribute)),
  );

function judgeArns(holder: Resource, attribute: string) {
  const wide = listOf(holder.get(attribute)).filter(isWide);
  return judge(holder.address, wide.length === 0, `${attribute} has ${wide.join(", ")}`);
}

/** AWS's policies that hold a whole service, or all of them. */
const isWide = (arn: Value) =>
  /:iam::aws:policy\/(.*\/)?(AdministratorAccess.*|PowerUserAccess|SystemAdministrator|\w*FullAccess\w*)$/.test(
    String(arn),
  );
