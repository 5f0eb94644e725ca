import type { CapacityGroup } from "../../../plan/facts/capacity";
import { Unknown } from "../../../plan/value";
import { judge, passed, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { judgeSpotGroups } from "../../vocabulary/ecs-groups";

const FEWEST = 4;
const OVERRIDES = "mixed_instances_policy.launch_template.override";

export const instanceTypeDiversity: Check = (plan) =>
  judgeSpotGroups(plan, (group) =>
    unlessOpen(plan, judgeDiversity(group), ...group.instanceTypes, group.group.get(OVERRIDES)),
  );

function judgeDiversity({ group, launchTemplate, instanceTypes, overrides }: CapacityGroup) {
  // Requirements instead of names: AWS takes every type that meets them.
  const places = [...overrides, ...(launchTemplate === undefined ? [] : [launchTemplate])];
  if (places.some((place) => place.blocks("instance_requirements").length > 0)) return passed(group.address);
  const types = new Set(instanceTypes.filter((type) => !(type instanceof Unknown)));
  const found = `${types.size} instance types (${[...types].join(", ")}); wanted: at least ${FEWEST}`;
  return judge(group.address, types.size >= FEWEST, found);
}
