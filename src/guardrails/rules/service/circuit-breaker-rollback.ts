import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { rollingServices } from "../../vocabulary/services";

export const circuitBreakerRollback: Check = (plan) =>
  rollingServices(plan).map(({ service }) =>
    judgeAttribute(service, "deployment_circuit_breaker.rollback", equals(true), false),
  );
