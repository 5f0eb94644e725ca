import { companions } from "../../../plan/facts/belonging";
import { isSet } from "../../expectation";
import { judgeAttribute, passed } from "../../judge";
import type { Check } from "../../rule";

export const keyPolicyExplicit: Check = (plan) =>
  plan
    .resources("aws_kms_key")
    .map((key) =>
      companions(plan, key, "aws_kms_key_policy", "key_id").length > 0
        ? passed(key.address)
        : judgeAttribute(key, "policy", isSet),
    );
