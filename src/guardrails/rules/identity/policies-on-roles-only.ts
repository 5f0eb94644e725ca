import { isNotSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** What puts a policy on users, and by what attribute. */
const ATTACHMENTS: { readonly [type: string]: string } = {
  aws_iam_policy_attachment: "users",
  aws_iam_user_policies_exclusive: "user_name",
  aws_iam_user_policy: "user",
  aws_iam_user_policy_attachment: "user",
  aws_iam_user_policy_attachments_exclusive: "user_name",
};

export const policiesOnRolesOnly: Check = (plan) =>
  Object.entries(ATTACHMENTS).flatMap(([type, attribute]) =>
    plan.resources(type).map((attachment) => judgeAttribute(attachment, attribute, isNotSet)),
  );
