import type { Check } from "../../rule";
import { isText, judgeUsable, keysOf, USE } from "../../vocabulary/key-policies";

export const logKeyUsableByLogs: Check = (plan) =>
  keysOf(plan, plan.resources("aws_cloudwatch_log_group"), "kms_key_id").map((key) =>
    judgeUsable(plan, key, USE, {
      who: "CloudWatch Logs",
      isWho: (principal) => isText(principal, /^logs\.(.+\.)?amazonaws\.com(\.cn)?$/),
    }),
  );
