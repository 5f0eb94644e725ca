import type { Plan, Resource } from "../../../plan/plan";
import { failed, judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { allows, hasUnknownGrants } from "../../vocabulary/grants";

const CALLS = ["logs:CreateLogStream", "logs:DescribeLogGroups", "logs:DescribeLogStreams", "logs:PutLogEvents"];

export const flowLogRoleMayWrite: Check = (plan) =>
  plan.resources("aws_flow_log").flatMap((log) => {
    const [role] = plan.referenced(log.get("iam_role_arn"), "aws_iam_role");
    if (role === undefined) {
      const isMissing = writesToLogGroup(plan, log) && log.get("iam_role_arn") === undefined;
      return isMissing ? [failed(log.address, "it writes to a log group, and no iam_role_arn lets it")] : [];
    }
    const denied = CALLS.filter((action) => !allows(plan, role, action));
    return denied.length > 0 && hasUnknownGrants(plan, role)
      ? [undecided(log.address, `what ${role.address} may do isn't in the plan`)]
      : [judge(log.address, denied.length === 0, `${role.address} may not call ${denied.join(", ")}`)];
  });

/** Buckets and Firehose need no role; a log group is where it writes if nothing else is said. */
function writesToLogGroup(plan: Plan, log: Resource): boolean {
  return (
    log.get("log_destination_type") === "cloud-watch-logs" ||
    plan.referenced(log.get("log_destination"), "aws_cloudwatch_log_group").length > 0
  );
}
