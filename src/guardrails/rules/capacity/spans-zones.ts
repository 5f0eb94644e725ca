import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";
import { judgeZones } from "../../vocabulary/zones";

export const spansZones: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => judgeZones(plan, group.address, group.get("vpc_zone_identifier")));
