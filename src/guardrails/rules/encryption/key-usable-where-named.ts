import type { PolicyText } from "../../../plan/facts/policies";
import type { Plan, Resource } from "../../../plan/plan";
import type { Check, Judgement } from "../../rule";
import { isText, judgeUsable, keysOf } from "../../vocabulary/key-policies";

const SSE = "aws_s3_bucket_server_side_encryption_configuration";

/** Who names a key where, and what those who use it then do. */
const USES: readonly { readonly type: string; readonly path: string; readonly actions: readonly string[] }[] = [
  {
    type: SSE,
    path: "rule.apply_server_side_encryption_by_default.kms_master_key_id",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
  {
    type: "aws_dynamodb_table",
    path: "server_side_encryption.kms_key_arn",
    actions: ["kms:Decrypt", "kms:GenerateDataKey", "kms:CreateGrant"],
  },
  {
    type: "aws_ecs_cluster",
    path: "configuration.execute_command_configuration.kms_key_id",
    actions: ["kms:Decrypt", "kms:GenerateDataKey"],
  },
];

export const keyUsableWhereNamed: Check = (plan) => {
  const needed = new Map<Resource, Set<string>>();
  for (const { type, path, actions } of USES) {
    for (const key of keysOf(plan, plan.resources(type), path)) {
      needed.set(key, new Set([...(needed.get(key) ?? []), ...actions]));
    }
  }
  return [...needed].map(([key, actions]) => judgeKey(plan, key, [...actions]));
};

/** In the name of the caller: no service is one, nor is a role that only a service takes. */
function judgeKey(plan: Plan, key: Resource, actions: readonly string[]): Judgement {
  return judgeUsable(plan, key, actions, {
    who: "an account or a role",
    isWho: (principal: PolicyText) =>
      !isText(principal, /\.amazonaws\.com(\.cn)?$|:role\/aws-service-role\//) &&
      plan.referenced(principal, "aws_iam_service_linked_role").length === 0,
  });
}
