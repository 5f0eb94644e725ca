import { judgeAgentSetting } from "../../agent-settings";
import { atLeast } from "../../expectation";
import type { Check } from "../../rule";

export const reservedMemory: Check = (plan) => judgeAgentSetting(plan, "ECS_RESERVED_MEMORY", atLeast(128));
