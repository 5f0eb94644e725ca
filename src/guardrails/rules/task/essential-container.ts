import { containers } from "../../../plan/facts/containers";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { isEssential } from "../../vocabulary/containers";

export const essentialContainer: Check = (plan) => {
  const facts = containers(plan);
  return plan.resources("aws_ecs_task_definition").map((task) => {
    const own = facts.filter(({ taskDefinition }) => taskDefinition === task);
    return own.some(({ definition }) => definition instanceof Unknown)
      ? undecided(task.address, "its containers are known only at apply")
      : judge(task.address, own.some(isEssential), "none of its containers is essential");
  });
};
