import { containers } from "../../../plan/facts/containers";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { valueAt } from "../../vocabulary/containers";

/** Where both say it. */
export const memoryAddsUp: Check = (plan) =>
  plan.resources("aws_ecs_task_definition").flatMap((task) => {
    const whole = task.get("memory");
    const parts = containers(plan)
      .filter(({ taskDefinition }) => taskDefinition === task)
      .map(({ definition }) => (definition instanceof Unknown ? definition : valueAt(definition, "memory")));
    if (whole === undefined || parts.length === 0 || parts.includes(undefined)) return [];
    if ([whole, ...parts].some((part) => part instanceof Unknown))
      return [undecided(task.address, "memory is known only at apply")];
    const sum = parts.map(Number).reduce((total, part) => total + part, 0);
    return [
      judge(task.address, sum === Number(whole), `its memory is ${whole} MiB, that of its containers ${sum} MiB`),
    ];
  });
