import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

export const taskImdsBlocked: Check = (plan) => judgeAgentSetting(plan, "ECS_AWSVPC_BLOCK_IMDS", equals(true));
