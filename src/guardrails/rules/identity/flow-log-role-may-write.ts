import { allows, hasUnknownGrants } from "../../grants";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

const CALLS = ["logs:CreateLogStream", "logs:PutLogEvents"];

export const flowLogRoleMayWrite: Check = (plan) =>
  plan.resources("aws_flow_log").flatMap((log) => {
    const [role] = plan.referenced(log.get("iam_role_arn"), "aws_iam_role");
    if (role === undefined) return [];
    const denied = CALLS.filter((action) => !allows(plan, role, action));
    return denied.length > 0 && hasUnknownGrants(plan, role)
      ? [undecided(log.address, `what ${role.address} may do isn't in the plan`)]
      : [judge(log.address, denied.length === 0, `${role.address} may not call ${denied.join(", ")}`)];
  });
