import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

/** Stated: the agent's own default is false, and only some images set it. */
export const logsByExecutionRole: Check = (plan) =>
  judgeAgentSetting(plan, "ECS_ENABLE_AWSLOGS_EXECUTIONROLE_OVERRIDE", equals(true));
