import { capacityGroups } from "../../../plan/facts/capacity";
import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const DEFAULT_PERCENT = 90;
/** A replacement is there before what it replaces goes. */
const PERCENT = 100;

export const instanceRefreshKeepsCapacity: Check = (plan) =>
  capacityGroups(plan)
    .filter(({ group }) => group.blocks("instance_refresh").length > 0)
    .map(({ group }) =>
      judgeAttribute(group, "instance_refresh.preferences.min_healthy_percentage", atLeast(PERCENT), DEFAULT_PERCENT),
    );
