import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { rollingServices } from "../../vocabulary/services";

export const minimumHealthyPercent: Check = (plan) =>
  rollingServices(plan).map(({ service }) =>
    judgeAttribute(service, "deployment_minimum_healthy_percent", atLeast(100), 100),
  );
