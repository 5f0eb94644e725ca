import { judgeAgentSetting } from "../../agent-settings";
import { equals } from "../../expectation";
import type { Check } from "../../rule";

export const taskImdsBlocked: Check = (plan) => judgeAgentSetting(plan, "ECS_AWSVPC_BLOCK_IMDS", equals(true));
