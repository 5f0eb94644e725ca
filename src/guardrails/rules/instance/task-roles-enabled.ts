import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

/** Stated: the agent's own default is false, and only some images set it. */
export const taskRolesEnabled: Check = (plan) => judgeAgentSetting(plan, "ECS_ENABLE_TASK_IAM_ROLE", equals(true));
