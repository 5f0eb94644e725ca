import { isNotSet } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainerAttribute } from "../../vocabulary/containers";

/** A device is a path of the instance's too. */
export const noHostPaths: Check = (plan) => [
  ...plan.resources("aws_ecs_task_definition").map((task) =>
    allOf(
      task.address,
      task
        .blocks("volume")
        .map((volume) =>
          judgeValue(
            task.address,
            `host_path of volume ${String(volume.get("name"))}`,
            volume.get("host_path"),
            isNotSet,
          ),
        ),
    ),
  ),
  ...judgeContainerAttribute(plan, "linuxParameters.devices", isNotSet),
];
