import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { firstPlacement, instanceServices, isSpreadOverZones } from "../../vocabulary/services";

export const spreadOverZones: Check = (plan) =>
  instanceServices(plan).map(({ service }) =>
    unlessOpen(
      plan,
      judge(
        service.address,
        isSpreadOverZones(service),
        `its first placement strategy is ${firstPlacement(service)}; wanted: spread over attribute:ecs.availability-zone`,
      ),
      service.get("ordered_placement_strategy"),
    ),
  );
