import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

export const scaleInProtection: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => judgeAttribute(group, "protect_from_scale_in", equals(true), false));
