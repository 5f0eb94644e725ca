import { Unknown } from "../../../plan/value";
import { atLeast } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { buysSpot, ecsGroups } from "../../vocabulary/ecs-groups";
import { subnetsOf, zonesOf } from "../../vocabulary/zones";

const BASE = "mixed_instances_policy.instances_distribution.on_demand_base_capacity";

/** Where the plan says which zones they are in; a base of less than two is for `spot/on-demand-base` to find. */
export const leastInEveryZone: Check = (plan) =>
  ecsGroups(plan).flatMap((capacity) => {
    const { group } = capacity;
    const zones = zonesOf(subnetsOf(plan, group.get("vpc_zone_identifier"))).size;
    const isWithoutBase =
      buysSpot(capacity) && [group.get("min_size"), group.get(BASE)].some((size) => !(Number(size) >= 2));
    if (zones === 0 || isWithoutBase || group.get("min_size") instanceof Unknown) return [];
    return [
      allOf(group.address, [
        judgeAttribute(group, "min_size", atLeast(zones)),
        ...(buysSpot(capacity) ? [judgeAttribute(group, BASE, atLeast(zones))] : []),
      ]),
    ];
  });
