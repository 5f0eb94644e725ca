import { judgeAttribute } from "../../judge";
import { customerManagedKey } from "../../keys";
import type { Check } from "../../rule";

export const logGroupEncrypted: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_log_group")
    .map((group) => judgeAttribute(group, "kms_key_id", customerManagedKey(plan)));
