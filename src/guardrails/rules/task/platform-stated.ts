import { isSet } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const platformStated: Check = (plan) =>
  plan.resources("aws_ecs_task_definition").map((task) =>
    allOf(
      task.address,
      ["cpu_architecture", "operating_system_family"].map((key) =>
        judgeAttribute(task, `runtime_platform.${key}`, isSet),
      ),
    ),
  );
