import { companions } from "../../../plan/facts/belonging";
import { capacityGroups } from "../../../plan/facts/capacity";
import type { Plan, Resource } from "../../../plan/plan";
import { listOf, type MaybeValue } from "../../../plan/value";
import type { Check } from "../../rule";
import { isText, judgeUsable, keysOf, USE } from "../../vocabulary/key-policies";

/** Auto Scaling's own role, or one with a suffix. */
const ROLE = /:role\/aws-service-role\/autoscaling\.amazonaws\.com\/AWSServiceRoleForAutoScaling/;
/** EC2 attaches the volume by a grant that the role makes. */
const NEEDED = [...USE, "kms:CreateGrant"] as const;

export const volumeKeyUsableByAutoScaling: Check = (plan) => {
  const templates = capacityGroups(plan).flatMap(({ launchTemplate }) => launchTemplate ?? []);
  return keysOf(plan, templates, "block_device_mappings.ebs.kms_key_id").map((key) => {
    const granted = new Set(grants(plan, key));
    const missing = NEEDED.filter((action) => !granted.has(action));
    return judgeUsable(plan, key, missing, {
      who: "Auto Scaling's service-linked role",
      isWho: (principal) => isAutoScaling(plan, principal) || principal === "*",
    });
  });
};

function isAutoScaling(plan: Plan, principal: MaybeValue): boolean {
  const [role] = plan.referenced(principal, "aws_iam_service_linked_role");
  return role?.get("aws_service_name") === "autoscaling.amazonaws.com" || isText(principal, ROLE);
}

/** What grants of the key allow Auto Scaling. */
function grants(plan: Plan, key: Resource): readonly string[] {
  return companions(plan, key, "aws_kms_grant", "key_id")
    .filter((grant) => listOf(grant.get("grantee_principal")).some((principal) => isAutoScaling(plan, principal)))
    .flatMap((grant) => listOf(grant.get("operations")).map((operation) => `kms:${operation}`));
}
