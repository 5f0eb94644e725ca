import type { Resource } from "../../../plan/plan";
import { equals } from "../../expectation";
import { failed, judgeValue, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

const TAG = "AmazonECSManaged";

export const ecsManagedTag: Check = (plan) =>
  ecsGroups(plan)
    .filter(({ capacityProviders }) => capacityProviders.length > 0)
    .map(({ group }) => unlessOpen(plan, judgeTag(group), group.get("tag")));

function judgeTag(group: Resource) {
  const tag = group.blocks("tag").find((block) => block.get("key") === TAG);
  return tag === undefined
    ? failed(group.address, `no tag ${TAG}`)
    : judgeValue(group.address, `propagate_at_launch of ${TAG}`, tag.get("propagate_at_launch"), equals(true));
}
