import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const noHostNetwork: Check = (plan) =>
  plan
    .resources("aws_ecs_task_definition")
    .map((task) => judgeAttribute(task, "network_mode", oneOf("bridge", "awsvpc", "none", "default"), "bridge"));
