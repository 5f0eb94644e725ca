import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

export const logGroupEncrypted: Check = (plan) =>
  plan
    .resources("aws_cloudwatch_log_group")
    .map((group) => judgeAttribute(group, "kms_key_id", customerManagedKey(plan)));
