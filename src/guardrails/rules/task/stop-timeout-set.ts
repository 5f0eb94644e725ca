import { judgeContainerAttribute } from "../../containers";
import { atLeast } from "../../expectation";
import type { Check } from "../../rule";

export const stopTimeoutSet: Check = (plan) => judgeContainerAttribute(plan, "stopTimeout", atLeast(1));
