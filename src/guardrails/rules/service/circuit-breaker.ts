import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { rollingServices } from "../../vocabulary/services";

export const circuitBreaker: Check = (plan) =>
  rollingServices(plan).map(({ service }) =>
    judgeAttribute(service, "deployment_circuit_breaker.enable", equals(true), false),
  );
