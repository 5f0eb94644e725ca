import { oneOf } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const noHostProcesses: Check = (plan) =>
  plan
    .resources("aws_ecs_task_definition")
    .map((task) =>
      allOf(task.address, [
        judgeAttribute(task, "pid_mode", oneOf("task", ""), ""),
        judgeAttribute(task, "ipc_mode", oneOf("task", "none", ""), ""),
      ]),
    );
