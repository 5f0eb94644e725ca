import { capacityGroups } from "../../../plan/facts/capacity";
import { isSet } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";

const SPECIFICATION = "mixed_instances_policy.launch_template.launch_template_specification";
const WAYS = ["id", "name"].flatMap((key) => [`launch_template.${key}`, `${SPECIFICATION}.launch_template_${key}`]);

export const launchTemplateUsed: Check = (plan) =>
  capacityGroups(plan).map(({ group }) =>
    judge(
      group.address,
      WAYS.some((path) => isSet.holds(group.get(path))),
      "no launch template",
    ),
  );
