import { atLeast } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

export const reservedMemory: Check = (plan) => judgeAgentSetting(plan, "ECS_RESERVED_MEMORY", atLeast(256));
