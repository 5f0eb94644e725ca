import type { Plan, Resource } from "../../../plan/plan";
import { isSet } from "../../expectation";
import { failed, judge } from "../../judge";
import type { Check } from "../../rule";

const ROLES = ["execution_role_arn", "task_role_arn"] as const;

export const rolesApart: Check = (plan) =>
  plan.resources("aws_ecs_task_definition").map((task) => {
    const missing = ROLES.filter((role) => !isSet.holds(task.get(role)));
    if (missing.length > 0) return failed(task.address, `${missing.join(" and ")} not set`);
    const [execution, own] = ROLES.map((role) => nameOf(plan, task, role));
    return judge(task.address, execution !== own, `both roles are ${execution}`);
  });

/** Address of the role, else its ARN; two that nothing is known of differ. */
function nameOf(plan: Plan, task: Resource, attribute: string): string {
  const value = task.get(attribute);
  const [role] = plan.referenced(value, "aws_iam_role");
  return role?.address ?? (typeof value === "string" ? value : attribute);
}
