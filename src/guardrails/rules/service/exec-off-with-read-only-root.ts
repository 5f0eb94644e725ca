import { services } from "../../../plan/facts/services";
import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { definitionsOf } from "../../vocabulary/containers";

export const execOffWithReadOnlyRoot: Check = (plan) =>
  services(plan)
    .filter(({ taskDefinition }) =>
      definitionsOf(plan, taskDefinition).some(
        ({ readonlyRootFilesystem }) => String(readonlyRootFilesystem) === "true",
      ),
    )
    .map(({ service }) => judgeAttribute(service, "enable_execute_command", equals(false), false));
