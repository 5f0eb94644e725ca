import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { rollingServices } from "../../vocabulary/services";

export const maximumPercent: Check = (plan) =>
  rollingServices(plan).map(({ service }) => judgeAttribute(service, "deployment_maximum_percent", atLeast(200), 200));
