import { equals } from "../../expectation";
import { judgeValue, undecided } from "../../judge";
import type { Check } from "../../rule";
import { agentSetting } from "../../vocabulary/agent-settings";
import { judgeSpotGroups } from "../../vocabulary/ecs-groups";

const KEY = "ECS_ENABLE_SPOT_INSTANCE_DRAINING";

export const draining: Check = (plan) =>
  judgeSpotGroups(plan, ({ group: { address }, launchTemplate }) =>
    launchTemplate === undefined
      ? undecided(address, "its launch template isn't in the plan")
      : judgeValue(address, KEY, agentSetting(launchTemplate, KEY), equals(true)),
  );
