import { judgeAgentSetting } from "../../agent-settings";
import { oneOf } from "../../expectation";
import type { Check } from "../../rule";

export const imagePullBehaviour: Check = (plan) =>
  judgeAgentSetting(plan, "ECS_IMAGE_PULL_BEHAVIOR", oneOf("once", "prefer-cached"));
