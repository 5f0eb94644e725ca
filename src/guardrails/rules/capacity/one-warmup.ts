import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

const OF_GROUP = [
  "default_instance_warmup",
  "health_check_grace_period",
  "instance_refresh.preferences.instance_warmup",
];
const OF_PROVIDER = "auto_scaling_group_provider.managed_scaling.instance_warmup_period";

/** Of groups that state one at all. */
export const oneWarmup: Check = (plan) =>
  ecsGroups(plan).flatMap(({ group, capacityProviders }) => {
    if (group.get("default_instance_warmup") === undefined) return [];
    const times = [
      ...OF_GROUP.map((path) => [path, group.get(path)] as const),
      ...capacityProviders.map((provider) => [OF_PROVIDER, provider.get(OF_PROVIDER)] as const),
    ].filter(([path, value]) => value !== undefined || path !== OF_GROUP[2]);
    if (times.some(([, value]) => value instanceof Unknown))
      return [undecided(group.address, "its warm-ups are known only at apply")];
    const found = times.map(([path, value]) => `${path} is ${value ?? "not set"}`).join(", ");
    return [judge(group.address, new Set(times.map(([, value]) => String(value))).size === 1, found)];
  });
