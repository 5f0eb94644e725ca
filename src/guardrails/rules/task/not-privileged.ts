import { equals } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";

export const notPrivileged: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) =>
    judgeValue(
      taskDefinition.address,
      `privileged of ${what}`,
      valueAt(definition, "privileged") ?? false,
      equals(false),
    ),
  );
