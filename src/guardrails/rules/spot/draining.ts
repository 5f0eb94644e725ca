import { agentSetting } from "../../agent-settings";
import { judgeSpotGroups } from "../../ecs-groups";
import { equals } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";

export const draining: Check = (plan) =>
  judgeSpotGroups(plan, ({ group, launchTemplate }) => {
    const key = "ECS_ENABLE_SPOT_INSTANCE_DRAINING";
    return judgeValue(group.address, key, launchTemplate && agentSetting(launchTemplate, key), equals(true));
  });
