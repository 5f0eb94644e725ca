import { indexBy } from "../../plan/index-by";
import { oncePerPlan } from "../../plan/once";
import { comesFromOutside } from "../../plan/outside";
import type { Resource } from "../../plan/plan";
import { isList, isRecord, listOf, type Value } from "../../plan/value";

/** What is on a security group, and isn't in it. */
const RULES = /^aws_(default_)?security_group|^aws_vpc_security_group_(in|e)gress_rule$/;
/** Attributes that put a resource into groups: `security_groups`, `vpc_security_group_ids`, `security_group_ids`. */
const GROUPS = /security_group/;

/** What is in each security group of the plan: load balancers, launch templates, services, endpoints, …. */
export const groupUsers = oncePerPlan((plan): ReadonlyMap<Resource, readonly Resource[]> => {
  const users = plan.resources().filter(({ type }) => !RULES.test(type));
  return indexBy(users, (user) => plan.referenced([...groupsIn(user.values)], "aws_security_group"));
});

/** Whether something is in groups that a variable or a data source names: any of the plan's, perhaps. */
export const hasForeignUsers = oncePerPlan((plan): boolean => {
  return plan
    .resources()
    .filter(({ type }) => !RULES.test(type))
    .some(({ values }) => [...groupsIn(values)].flatMap(listOf).some((group) => comesFromOutside(plan, group)));
});

/** The values under attributes of groups, at any depth. */
function* groupsIn(value: Value): Iterable<Value> {
  if (isList(value)) for (const element of value) yield* groupsIn(element);
  else if (isRecord(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (GROUPS.test(key)) yield inner;
      else yield* groupsIn(inner);
    }
  }
}
