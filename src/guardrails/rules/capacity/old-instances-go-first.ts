import { isList } from "../../../plan/value";
import { oneOf } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

export const oldInstancesGoFirst: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => {
    const policies = group.get("termination_policies");
    const first = isList(policies) ? policies[0] : policies;
    return judgeValue(
      group.address,
      "the first of termination_policies",
      first,
      oneOf("OldestLaunchTemplate", "OldestInstance"),
    );
  });
