import { isList } from "../../../plan/value";
import { isOnLinux, judgeContainerAttribute } from "../../containers";
import { known } from "../../expectation";
import type { Check } from "../../rule";

const ALL = known('a list with "ALL"', (value) => isList(value) && value.includes("ALL"));

export const capabilitiesDropped: Check = (plan) =>
  judgeContainerAttribute(plan, "linuxParameters.capabilities.drop", ALL, isOnLinux);
