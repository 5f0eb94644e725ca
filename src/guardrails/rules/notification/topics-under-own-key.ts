import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { customerManagedKey } from "../../vocabulary/keys";

/** AWS's own key for topics can't be used by alarms and rules: what they publish is lost. */
export const topicsUnderOwnKey: Check = (plan) =>
  plan.resources("aws_sns_topic").map((topic) => judgeAttribute(topic, "kms_master_key_id", customerManagedKey(plan)));
