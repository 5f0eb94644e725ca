import type { PolicyText, Statement } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import type { Check, Judgement } from "../../rule";
import { isText, judgeUsable, keysOf } from "../../vocabulary/key-policies";
import { conditionsOn } from "../../vocabulary/statements";

const SSE = "aws_s3_bucket_server_side_encryption_configuration";

interface Use {
  readonly type: string;
  /** Where it names a key. */
  readonly path: string;
  /** What those who use it then do. */
  readonly actions: readonly string[];
  /** Service that the encryption context names. */
  readonly context: string;
}

const USES: readonly Use[] = [
  {
    type: SSE,
    context: "s3",
    path: "rule.apply_server_side_encryption_by_default.kms_master_key_id",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
  {
    type: "aws_dynamodb_table",
    context: "dynamodb",
    path: "server_side_encryption.kms_key_arn",
    actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
  },
  {
    type: "aws_ecs_cluster",
    context: "ssm",
    path: "configuration.execute_command_configuration.kms_key_id",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
];

export const keyUsableWhereNamed: Check = (plan) =>
  USES.flatMap(({ type, path, actions, context }) =>
    keysOf(plan, plan.resources(type), path).map((key) => judgeKey(plan, key, actions, context)),
  );

/** In the name of the caller: no service is one, nor is a role that only a service takes. */
function judgeKey(plan: Plan, key: Resource, actions: readonly string[], context: string): Judgement {
  return judgeUsable(plan, key, actions, {
    who: "an account or a role",
    isWho: (principal: PolicyText) =>
      !isText(principal, /\.amazonaws\.com(\.cn)?$|:role\/aws-service-role\//) &&
      plan.referenced(principal, "aws_iam_service_linked_role").length === 0,
    isForIt: (statement) => isForContext(statement, context),
  });
}

/** A statement for another service's encryption context is for that service's use alone. */
function isForContext(statement: Statement, context: string): boolean {
  return conditionsOn(statement, CONTEXT).every(({ key }) => CONTEXT.exec(key)?.[1]?.toLowerCase() === context);
}

const CONTEXT = /^kms:EncryptionContext:aws:([a-z0-9-]+):/i;
