import { oneOf } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

export const imagePullBehaviour: Check = (plan) =>
  judgeAgentSetting(plan, "ECS_IMAGE_PULL_BEHAVIOR", oneOf("once", "prefer-cached"));
