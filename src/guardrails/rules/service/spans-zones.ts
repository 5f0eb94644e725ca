import { services } from "../../../plan/facts/services";
import type { Check } from "../../rule";
import { judgeZones } from "../../vocabulary/zones";

export const spansZones: Check = (plan) =>
  services(plan)
    .filter(({ taskDefinition }) => taskDefinition?.get("network_mode") === "awsvpc")
    .map(({ service }) => judgeZones(plan, service.address, service.get("network_configuration.subnets")));
