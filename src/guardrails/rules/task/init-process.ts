import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { isOnLinux, judgeContainerAttribute } from "../../vocabulary/containers";

export const initProcess: Check = (plan) =>
  judgeContainerAttribute(plan, "linuxParameters.initProcessEnabled", equals(true), isOnLinux);
