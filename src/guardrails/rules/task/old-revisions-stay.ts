import { equals } from "../../expectation";
import { judgeAttribute, unlessDisposable } from "../../judge";
import type { Check } from "../../rule";

export const oldRevisionsStay: Check = (plan) =>
  unlessDisposable(
    plan,
    plan.resources("aws_ecs_task_definition").map((task) => judgeAttribute(task, "skip_destroy", equals(true), false)),
  );
