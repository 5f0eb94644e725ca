import type { PolicyText } from "../../../plan/facts/policies";
import { lockTables, stateBuckets } from "../../../plan/facts/state";
import type { Plan, Resource } from "../../../plan/plan";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";

/** What Terraform's S3 backend asks for, a lock object included. */
const OBJECTS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"];
const LOCKS = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"];
const KEY = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

/** Of roles that may do a part of it: they were meant to do the whole. */
export const stateUsersWhole: Check = (plan) =>
  stateBuckets(plan).flatMap((bucket) =>
    plan.resources("aws_iam_role").flatMap((role) => {
      const needs = needsOf(plan, bucket);
      const lacks = needs.filter(({ action, isMeant }) => !allows(plan, role, action, isMeant));
      // Who may do nothing, or list only, is no user of the state.
      if (needs.length - lacks.length < 2) return [];
      const missing = lacks.map(({ action, on }) => `${action} on ${on}`).join(", ");
      return [
        openIf(
          hasUnknownGrants(plan, role),
          judge(role.address, lacks.length === 0, `it uses the state, and isn't allowed ${missing}`),
          "; what else it may isn't in the plan",
        ),
      ];
    }),
  );

interface Need {
  readonly action: string;
  readonly on: string;
  readonly isMeant: (resource: PolicyText) => boolean;
}

function needsOf(plan: Plan, bucket: Resource): readonly Need[] {
  const [table] = lockTables(plan);
  const key = keyOf(plan, bucket);
  const of = (subject: Resource, form = /./) => ({
    on: subject.address,
    isMeant: (resource: PolicyText) => plan.referenced(resource).includes(subject) && form.test(textOf(resource)),
  });
  return [
    { action: "s3:ListBucket", ...of(bucket) },
    { action: "s3:GetObject", ...of(bucket, /\.tfstate$|\*$/) },
    ...OBJECTS.map((action) => ({ action, ...of(bucket, /\.tflock$|\*$/) })),
    ...(table === undefined ? [] : LOCKS.map((action) => ({ action, ...of(table) }))),
    ...(key === undefined ? [] : KEY.map((action) => ({ action, ...of(key) }))),
  ];
}

function keyOf(plan: Plan, bucket: Resource): Resource | undefined {
  return plan
    .resources("aws_s3_bucket_server_side_encryption_configuration")
    .filter((encryption) => plan.referenced(encryption.get("bucket"), "aws_s3_bucket").includes(bucket))
    .flatMap((encryption) =>
      plan.referenced(encryption.get("rule.apply_server_side_encryption_by_default.kms_master_key_id"), "aws_kms_key"),
    )[0];
}
