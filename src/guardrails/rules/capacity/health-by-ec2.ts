import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

export const healthByEc2: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => judgeAttribute(group, "health_check_type", equals("EC2"), "EC2"));
