import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

export const privilegedContainersRefused: Check = (plan) =>
  judgeAgentSetting(plan, "ECS_DISABLE_PRIVILEGED", equals(true));
