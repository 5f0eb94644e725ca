import { judgeContainers, valueAt } from "../../containers";
import { equals } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";

export const notPrivileged: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) =>
    judgeValue(
      taskDefinition.address,
      `privileged of ${what}`,
      valueAt(definition, "privileged") ?? false,
      equals(false),
    ),
  );
