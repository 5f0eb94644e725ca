import { atLeast } from "../../expectation";
import type { Check } from "../../rule";
import { judgeContainerAttribute } from "../../vocabulary/containers";

export const stopTimeoutSet: Check = (plan) => judgeContainerAttribute(plan, "stopTimeout", atLeast(1));
