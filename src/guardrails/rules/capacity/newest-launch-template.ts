import type { CapacityGroup } from "../../../plan/facts/capacity";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { describe } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

const PATHS = [
  "launch_template.version",
  "mixed_instances_policy.launch_template.launch_template_specification.version",
];

export const newestLaunchTemplate: Check = (plan) =>
  ecsGroups(plan).map((group) => {
    const version = PATHS.map((path) => group.group.get(path)).find((value) => value !== undefined);
    return judge(
      group.group.address,
      isNewest(group, version),
      `version of its launch template is ${describe(version)}; wanted: "$Latest", or a default version that follows`,
    );
  });

/** Not set, it is the default version. */
function isNewest({ launchTemplate }: CapacityGroup, version: MaybeValue = "$Default"): boolean {
  if (version === "$Default") return launchTemplate?.get("update_default_version") === true;
  return version === "$Latest" || version instanceof Unknown;
}
