import { ecsGroups } from "../../ecs-groups";
import type { Check } from "../../rule";
import { judgeZones } from "../../zones";

export const spansZones: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => judgeZones(plan, group.address, group.get("vpc_zone_identifier")));
