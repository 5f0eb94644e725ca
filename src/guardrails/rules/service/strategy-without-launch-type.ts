import { Unknown } from "../../../plan/value";
import { describe, isNotSet } from "../../expectation";
import { failed, judge, undecided, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { instanceServices } from "../../vocabulary/services";

const STRATEGY = "capacity_provider_strategy";

export const strategyWithoutLaunchType: Check = (plan) =>
  instanceServices(plan).map(({ service }) => {
    if (service.blocks(STRATEGY).length === 0)
      return unlessOpen(plan, failed(service.address, `no ${STRATEGY}`), service.get(STRATEGY));
    const launchType = service.get("launch_type");
    const found = `launch_type is ${describe(launchType)} beside a capacity_provider_strategy; wanted: not set`;
    // A plan leaves it open where an expression, rather than nothing at all, makes it null.
    if (launchType instanceof Unknown) return undecided(service.address, found);
    return judge(service.address, isNotSet.holds(launchType) === true, found);
  });
