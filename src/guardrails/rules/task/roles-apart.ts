import type { Plan, Resource } from "../../../plan/plan";
import { namesOneOf } from "../../expectation";
import { allOf, judge, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const ROLES = ["execution_role_arn", "task_role_arn"] as const;

export const rolesApart: Check = (plan) =>
  plan.resources("aws_ecs_task_definition").map((task) => {
    const [execution, own] = ROLES.map((attribute) => nameOf(plan, task, attribute));
    return allOf(task.address, [
      ...ROLES.map((attribute) => judgeAttribute(task, attribute, namesOneOf(plan, "aws_iam_role"))),
      judge(task.address, execution !== own, `both roles are ${execution}`),
    ]);
  });

/** Address of the role, else its ARN; two that nothing is known of differ. */
function nameOf(plan: Plan, task: Resource, attribute: string): string {
  const value = task.get(attribute);
  const [role] = plan.referenced(value, "aws_iam_role");
  return role?.address ?? (typeof value === "string" ? value : attribute);
}
