import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices, isSpreadOverZones } from "../../vocabulary/services";

/** ECS takes it only where tasks are spread over zones first, and where a deployment may go above 100 %. */
export const zoneRebalancing: Check = (plan) =>
  instanceServices(plan)
    .filter(({ service }) => isSpreadOverZones(service) && service.get("deployment_maximum_percent") !== 100)
    .map(({ service }) => judgeAttribute(service, "availability_zone_rebalancing", equals("ENABLED"), "DISABLED"));
