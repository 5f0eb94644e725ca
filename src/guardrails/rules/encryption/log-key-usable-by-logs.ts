import type { Check } from "../../rule";
import { isText, judgeUsable, keysOf, USE } from "../../vocabulary/key-policies";

/** It is asked for its log group by the encryption context, which `kms:DescribeKey` has none of. */
const CALLS = USE.filter((action) => action !== "kms:DescribeKey");

export const logKeyUsableByLogs: Check = (plan) =>
  keysOf(plan, plan.resources("aws_cloudwatch_log_group"), "kms_key_id").map((key) =>
    judgeUsable(plan, key, CALLS, {
      who: "CloudWatch Logs",
      isWho: (principal) => isText(principal, /^logs\.(.+\.)?amazonaws\.com(\.cn)?$/),
    }),
  );
