import { describe, isNotSet } from "../../expectation";
import { failed, judge } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../services";

export const strategyWithoutLaunchType: Check = (plan) =>
  instanceServices(plan).map(({ service }) => {
    if (service.blocks("capacity_provider_strategy").length === 0)
      return failed(service.address, "no capacity_provider_strategy");
    const launchType = service.get("launch_type");
    return judge(
      service.address,
      isNotSet.holds(launchType) === true,
      `launch_type is ${describe(launchType)} beside a capacity_provider_strategy; wanted: not set`,
    );
  });
