import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { isOnLinux, judgeContainerAttribute } from "../../vocabulary/containers";

export const readOnlyRoot: Check = (plan) =>
  judgeContainerAttribute(plan, "readonlyRootFilesystem", equals(true), isOnLinux);
