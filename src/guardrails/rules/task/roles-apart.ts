import { indexBy } from "../../../plan/index-by";
import { comesFromOutside } from "../../../plan/outside";
import type { Plan, Resource } from "../../../plan/plan";
import { namesOneOf } from "../../expectation";
import { allOf, judge, judgeAttribute, passed, undecided } from "../../judge";
import type { Check } from "../../rule";

const ROLES = ["execution_role_arn", "task_role_arn"] as const;

export const rolesApart: Check = (plan) => {
  const tasks = plan.resources("aws_ecs_task_definition");
  const takers = takersOf(plan, tasks);
  return tasks.map((task) => {
    const [execution, own = ""] = ROLES.map((attribute) => nameOf(plan, task, attribute));
    const others = (takers.get(own) ?? []).filter((taker) => taker !== task.address);
    const open = ROLES.filter((attribute) => comesFromOutside(plan, task.get(attribute)));
    return allOf(task.address, [
      ...ROLES.map((attribute) => judgeAttribute(task, attribute, namesOneOf(plan, "aws_iam_role"))),
      judge(task.address, execution !== own, `both roles are ${execution}`),
      judge(task.address, others.length === 0, `its task role, ${own}, is also that of ${others.join(", ")}`),
      open.length === 0
        ? passed(task.address)
        : undecided(task.address, `which role ${open.join(" and ")} name is known only at apply`),
    ]);
  });
};

/** Who else takes a role: other tasks, their agents, and the instances themselves. */
function takersOf(plan: Plan, tasks: readonly Resource[]): ReadonlyMap<string, readonly string[]> {
  const byRole = indexBy(
    [
      ...tasks.flatMap((task) => ROLES.map((attribute) => ({ taker: task, role: task.get(attribute) }))),
      ...plan.resources("aws_iam_instance_profile").map((taker) => ({ taker, role: taker.get("role") })),
    ],
    ({ role }) => plan.referenced(role, "aws_iam_role"),
  );
  return new Map([...byRole].map(([role, takers]) => [role.address, takers.map(({ taker }) => taker.address)]));
}

/** Address of the role, else its ARN, else what names it. */
function nameOf(plan: Plan, task: Resource, attribute: string): string {
  const value = task.get(attribute);
  const [role] = plan.referenced(value, "aws_iam_role");
  return role?.address ?? (typeof value === "string" ? value : attribute);
}
