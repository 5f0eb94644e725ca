import type { Plan, Resource } from "../../../plan/plan";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

/** Who sends to what, and where that names its key. */
const SENDS: readonly { readonly action: string; readonly type: string; readonly key: string }[] = [
  { action: "sns:Publish", type: "aws_sns_topic", key: "kms_master_key_id" },
  { action: "sqs:SendMessage", type: "aws_sqs_queue", key: "kms_master_key_id" },
];
/** The service decrypts and encrypts in the sender's name. */
const USE = ["kms:Decrypt", "kms:GenerateDataKey"];

export const publishersMayUseKey: Check = (plan) =>
  plan.resources("aws_iam_role").flatMap((role) =>
    SENDS.flatMap(({ action, type, key }) =>
      plan
        .resources(type)
        .filter((place) => allows(plan, role, action, (resource) => plan.referenced(resource).includes(place)))
        .flatMap((place) => plan.referenced(place.get(key), "aws_kms_key"))
        .map((one) => judgeUse(plan, role, one, action)),
    ),
  );

function judgeUse(plan: Plan, role: Resource, key: Resource, action: string) {
  const refused = USE.filter(
    (use) => !allows(plan, role, use, (resource) => resource === "*" || plan.referenced(resource).includes(key)),
  );
  return openIf(
    hasUnknownGrants(plan, role),
    judge(role.address, refused.length === 0, `it may ${action}, and not ${refused.join(", ")} with ${key.address}`),
    "; what else it may isn't in the plan",
  );
}
