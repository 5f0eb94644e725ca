import { capacityGroups } from "../../../plan/facts/capacity";
import { oneOf } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const instanceRefreshOfProtected: Check = (plan) =>
  capacityGroups(plan)
    .filter(({ group }) => group.blocks("instance_refresh").length > 0)
    .map(({ group }) =>
      judgeAttribute(
        group,
        "instance_refresh.preferences.scale_in_protected_instances",
        oneOf("Refresh", "Wait"),
        "Ignore",
      ),
    );
