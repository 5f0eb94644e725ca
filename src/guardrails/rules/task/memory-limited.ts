import { isSet } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainers, valueAt } from "../../vocabulary/containers";

export const memoryLimited: Check = (plan) =>
  judgeContainers(plan, (definition, { taskDefinition }, what) =>
    judge(
      taskDefinition.address,
      [valueAt(definition, "memory"), taskDefinition.get("memory")].some((value) => isSet.holds(value) === true),
      `${what} has no memory limit, nor has its task`,
    ),
  );
