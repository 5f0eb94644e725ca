import { judgeAgentSetting } from "../../agent-settings";
import { equals } from "../../expectation";
import type { Check } from "../../rule";

export const privilegedContainersRefused: Check = (plan) =>
  judgeAgentSetting(plan, "ECS_DISABLE_PRIVILEGED", equals(true));
