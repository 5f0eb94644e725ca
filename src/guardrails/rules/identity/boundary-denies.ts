import { lockTables, stateBuckets } from "../../../plan/facts/state";
import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { boundaries } from "../../vocabulary/boundaries";
import { isAbout } from "../../vocabulary/statements";

/** What no role that a pipeline makes ever needs, and what turns any of them into more. */
const IDENTITIES = ["iam:CreateRole", "iam:PutRolePolicy", "iam:AttachRolePolicy", "iam:CreateAccessKey"];

/** A denial can't be undone by the policy of a resource; what a boundary leaves out can. */
export const boundaryDenies: Check = (plan) => {
  const state: readonly (readonly [Resource, string])[] = [
    ...stateBuckets(plan).map((bucket) => [bucket, "s3:GetObject"] as const),
    ...lockTables(plan).map((table) => [table, "dynamodb:DeleteItem"] as const),
    ...lockTables(plan)
      .flatMap((table) => plan.referenced(table.get("server_side_encryption.kms_key_arn"), "aws_kms_key"))
      .map((key) => [key, "kms:GenerateDataKey"] as const),
  ];
  return boundaries(plan).map(({ fact }) => {
    const denied = fact.statements instanceof Unknown ? [] : fact.statements.filter(({ effect }) => effect === "Deny");
    const open = [
      ...IDENTITIES.filter((action) => !denied.some((one) => isAbout(one, action) && one.resources.includes("*"))),
      ...state
        .filter(
          ([resource, action]) =>
            !denied.some(
              (one) =>
                isAbout(one, action) &&
                one.resources.some((text) => text === "*" || plan.referenced(text).includes(resource)),
            ),
        )
        .map(([resource, action]) => `${action} on ${resource.address}`),
    ];
    return judge(fact.resource.address, open.length === 0, `it doesn't deny ${open.join(", ")}`);
  });
};
