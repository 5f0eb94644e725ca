import { isOnLinux, judgeContainerAttribute } from "../../containers";
import { equals } from "../../expectation";
import type { Check } from "../../rule";

export const readOnlyRoot: Check = (plan) =>
  judgeContainerAttribute(plan, "readonlyRootFilesystem", equals(true), isOnLinux);
