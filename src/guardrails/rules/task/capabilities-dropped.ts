import { isList } from "../../../plan/value";
import { known } from "../../expectation";
import type { Check } from "../../rule";
import { isOnLinux, judgeContainerAttribute } from "../../vocabulary/containers";

const ALL = known('a list with "ALL"', (value) => isList(value) && value.includes("ALL"));

export const capabilitiesDropped: Check = (plan) =>
  judgeContainerAttribute(plan, "linuxParameters.capabilities.drop", ALL, isOnLinux);
