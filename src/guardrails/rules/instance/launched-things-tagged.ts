import type { Plan, Resource } from "../../../plan/plan";
import { isRecord } from "../../../plan/value";
import { allOf, judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { awsProviders } from "../../vocabulary/backends";

const LAUNCHED = ["instance", "volume", "network-interface"];

/** The provider's default tags don't reach them: Auto Scaling makes them, not Terraform. */
export const launchedThingsTagged: Check = (plan) => {
  const wanted = defaultTags(plan);
  return plan.resources("aws_launch_template").map((template) => {
    const { address } = template;
    const judgements = LAUNCHED.map((type) => {
      const tags = tagsOf(template, type);
      const missing = wanted.filter((key) => !tags.includes(key));
      return tags.length === 0
        ? judge(address, false, `no tag_specifications for ${type}`)
        : judge(
            address,
            missing.length === 0,
            `its tags for ${type} lack ${missing.join(", ")}, which are default tags`,
          );
    });
    return unlessOpen(plan, allOf(address, judgements), template.get("tag_specifications"));
  });
};

function tagsOf(template: Resource, type: string): readonly string[] {
  return template
    .blocks("tag_specifications")
    .filter((block) => block.get("resource_type") === type)
    .flatMap((block) => {
      const tags = block.get("tags");
      return isRecord(tags) ? Object.keys(tags) : [];
    });
}

function defaultTags(plan: Plan): readonly string[] {
  return awsProviders(plan).flatMap(({ settings }) => {
    const tags = settings.get("default_tags.tags");
    return isRecord(tags) ? Object.keys(tags) : [];
  });
}
