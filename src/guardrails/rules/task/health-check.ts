import { isList } from "../../../plan/value";
import { isEssential, judgeContainerAttribute } from "../../containers";
import { known } from "../../expectation";
import type { Check } from "../../rule";

const COMMAND = known("a command", (value) => isList(value) && value.length > 0 && value[0] !== "NONE");

export const healthCheck: Check = (plan) => judgeContainerAttribute(plan, "healthCheck.command", COMMAND, isEssential);
