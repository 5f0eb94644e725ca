import type { PolicyText } from "../../../plan/facts/policies";
import { lockTables, stateBuckets } from "../../../plan/facts/state";
import type { Plan, Resource } from "../../../plan/plan";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants, statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { pipelines } from "../../vocabulary/pipelines";
import { conditionsOn, isAbout } from "../../vocabulary/statements";

/** What Terraform's S3 backend asks for, a lock object included. */
const OBJECTS = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"];
const LOCKS = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:DeleteItem"];
const KEY = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"];

/** Of roles that may do a part of it: they were meant to do the whole. Who makes resources writes the state, too. */
export const stateUsersWhole: Check = (plan) =>
  stateBuckets(plan).flatMap((bucket) =>
    plan.resources("aws_iam_role").flatMap((role) => {
      const needs = needsOf(plan, bucket);
      const lacks = needs.filter(({ action, isMeant }) => !allows(plan, role, action, isMeant));
      // Who may do nothing, or list only, is no user of the state.
      if (needs.length - lacks.length < 2) return [];
      const writes = pipelines(plan).includes(role);
      const further = [
        ...(writes ? writing(plan, bucket) : []).filter(({ action, isMeant }) => !allows(plan, role, action, isMeant)),
        ...lockTables(plan).flatMap((table) => unreachedChecksums(plan, role, table, writes)),
      ];
      const missing = [...lacks, ...further].map(({ action, on }) => `${action} on ${on}`).join(", ");
      return [
        openIf(
          hasUnknownGrants(plan, role),
          judge(role.address, missing === "", `it uses the state, and isn't allowed ${missing}`),
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

const writing = (plan: Plan, bucket: Resource): readonly Need[] => [
  {
    action: "s3:PutObject",
    on: `the states in ${bucket.address}`,
    isMeant: (resource) => plan.referenced(resource).includes(bucket) && /\.tfstate$|\*$/.test(textOf(resource)),
  },
];

/** The backend keeps a state's checksum beside its lock, under the state's path with `-md5`. */
function unreachedChecksums(
  plan: Plan,
  role: Resource,
  table: Resource,
  writes: boolean,
): readonly Pick<Need, "action" | "on">[] {
  return (writes ? ["dynamodb:GetItem", "dynamodb:PutItem"] : ["dynamodb:GetItem"])
    .filter(
      (action) =>
        !statementsFor(plan, role).some((statement) => {
          const keys = conditionsOn(statement, LEADING_KEYS).flatMap(({ values }) => values.map(textOf));
          return (
            statement.effect === "Allow" &&
            isAbout(statement, action) &&
            statement.resources.some((resource) => plan.referenced(resource).includes(table)) &&
            (keys.length === 0 || keys.some((key) => /-md5$|\*$/.test(key)))
          );
        }),
    )
    .map((action) => ({ action, on: `a state's checksum in ${table.address}` }));
}

const LEADING_KEYS = /^dynamodb:LeadingKeys$/i;

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
