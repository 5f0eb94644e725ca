import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

const OVERRIDES = "mixed_instances_policy.launch_template.override";

export const severalInstanceTypes: Check = (plan) =>
  ecsGroups(plan).map(({ group, launchTemplate, instanceTypes, overrides }) => {
    const count = new Set(instanceTypes.map(String)).size;
    const byRequirements = [...overrides, ...(launchTemplate === undefined ? [] : [launchTemplate])].some(
      (holder) => holder.blocks("instance_requirements").length > 0,
    );
    const judgement = judge(group.address, byRequirements || count > 1, `it launches ${count || "no"} instance type`);
    return unlessOpen(plan, judgement, group.get(OVERRIDES), ...instanceTypes);
  });
