import type { Rule } from "../rule";
import { logGroupEncrypted } from "../rules/logging/log-group-encrypted";
import { logGroupRetention } from "../rules/logging/log-group-retention";

export const logging: readonly Rule[] = [
  {
    id: "logging/log-group-encrypted",
    severity: "medium",
    title: "Log groups are encrypted under a key of one's own",
    why: "Logs hold what users typed and what failed; under CloudWatch's own key nobody can say, or cut off, who reads them.",
    fix: "Set kms_key_id on the aws_cloudwatch_log_group to a key whose policy admits CloudWatch Logs.",
    references: ["CKV_AWS_158"],
    check: logGroupEncrypted,
  },
  {
    id: "logging/log-group-retention",
    severity: "low",
    title: "Log groups say how long they keep logs, a year at least",
    why: "A break-in is often found after months, when short-lived logs are gone; without a limit, logs cost more every month for ever.",
    fix: "Set retention_in_days on the aws_cloudwatch_log_group, to 365 or more.",
    references: ["CKV_AWS_66", "CKV_AWS_338", "CloudWatch.16"],
    check: logGroupRetention,
  },
];
