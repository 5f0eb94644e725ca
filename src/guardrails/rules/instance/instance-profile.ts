import type { Plan, Resource } from "../../../plan/plan";
import { isSet, namesOneOf } from "../../expectation";
import { allOf, judgeAttribute, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { ecsLaunchTemplates } from "../../vocabulary/agent-settings";

const PROFILE = "aws_iam_instance_profile";

/** The template has one, and it has a role. */
export const instanceProfile: Check = (plan) =>
  ecsLaunchTemplates(plan).map((template) => judgeProfile(plan, template));

function judgeProfile(plan: Plan, template: Resource) {
  const value = template.get("iam_instance_profile.arn") ?? template.get("iam_instance_profile.name");
  return allOf(template.address, [
    judgeValue(template.address, "iam_instance_profile", value, namesOneOf(plan, PROFILE)),
    ...plan.referenced(value, PROFILE).map((profile) => judgeAttribute(profile, "role", isSet)),
  ]);
}
