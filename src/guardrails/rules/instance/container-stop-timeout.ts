import { matches } from "../../expectation";
import type { Check } from "../../rule";
import { judgeAgentSetting } from "../../vocabulary/agent-settings";

export const containerStopTimeout: Check = (plan) =>
  judgeAgentSetting(plan, "ECS_CONTAINER_STOP_TIMEOUT", matches(/^[1-9]\d*(s|m)/, 'a time, such as "30s"'));
