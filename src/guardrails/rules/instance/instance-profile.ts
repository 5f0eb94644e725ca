import { ecsLaunchTemplates } from "../../agent-settings";
import { isSet } from "../../expectation";
import { judge } from "../../judge";
import type { Check } from "../../rule";

export const instanceProfile: Check = (plan) =>
  ecsLaunchTemplates(plan).map((template) =>
    judge(
      template.address,
      ["arn", "name"].some((key) => isSet.holds(template.get(`iam_instance_profile.${key}`)) === true),
      "iam_instance_profile isn't set",
    ),
  );
