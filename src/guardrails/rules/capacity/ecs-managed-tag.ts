import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { ecsGroups } from "../../ecs-groups";
import { equals } from "../../expectation";
import { failed, judgeValue, undecided } from "../../judge";
import type { Check } from "../../rule";

const TAG = "AmazonECSManaged";

export const ecsManagedTag: Check = (plan) =>
  ecsGroups(plan)
    .filter(({ capacityProviders }) => capacityProviders.length > 0)
    .map(({ group }) => judgeTag(group));

function judgeTag(group: Resource) {
  const tags = group.blocks("tag");
  const tag = tags.find((block) => block.get("key") === TAG);
  if (tag !== undefined)
    return judgeValue(group.address, `propagate_at_launch of ${TAG}`, tag.get("propagate_at_launch"), equals(true));
  return tags.some((block) => block.get("key") instanceof Unknown)
    ? undecided(group.address, "a tag's key is known only at apply")
    : failed(group.address, `no tag ${TAG}`);
}
