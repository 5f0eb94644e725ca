import type { Resource } from "../../../plan/plan";
import { isSet } from "../../expectation";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

const LAUNCHED = ["instance", "volume"];

export const launchedThingsTagged: Check = (plan) =>
  plan.resources("aws_launch_template").map((template) => {
    const untagged = LAUNCHED.filter((type) => !isTagged(template, type));
    const found = `no tag_specifications for ${untagged.join(", ")}`;
    return unlessOpen(plan, judge(template.address, untagged.length === 0, found), template.get("tag_specifications"));
  });

function isTagged(template: Resource, type: string): boolean {
  return template
    .blocks("tag_specifications")
    .some((block) => block.get("resource_type") === type && isSet.holds(block.get("tags")) === true);
}
