import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

export const parametersUnderOwnKey: Check = (plan) =>
  plan
    .resources("aws_ssm_parameter")
    .filter((parameter) => parameter.get("type") === "SecureString")
    .map((parameter) => judgeAttribute(parameter, "key_id", customerManagedKey(plan)));
