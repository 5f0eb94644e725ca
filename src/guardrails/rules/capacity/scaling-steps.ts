import { atLeast, atMost, equals } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

const SCALING = "auto_scaling_group_provider.managed_scaling";
const DEFAULT_MAXIMUM = 10000;

export const scalingSteps: Check = (plan) =>
  ecsGroups(plan).flatMap(({ group, capacityProviders }) => {
    // Known only at apply, there is nothing to compare with.
    const [least, most] = [Number(group.get("min_size")), Number(group.get("max_size"))];
    const span = most - least || 1;
    return capacityProviders.map((provider) =>
      allOf(provider.address, [
        judgeAttribute(provider, `${SCALING}.minimum_scaling_step_size`, equals(1), 1),
        judgeAttribute(provider, `${SCALING}.maximum_scaling_step_size`, atLeast(span), DEFAULT_MAXIMUM),
        // One that is stated, and is more than there can be, was meant for another group, or another size of it.
        judgeAttribute(provider, `${SCALING}.maximum_scaling_step_size`, atMost(most || DEFAULT_MAXIMUM), 0),
      ]),
    );
  });
