import { services } from "../../../plan/facts/services";
import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const healthCheckGracePeriod: Check = (plan) =>
  services(plan)
    .filter(({ service }) => service.blocks("load_balancer").length > 0)
    .map(({ service }) => judgeAttribute(service, "health_check_grace_period_seconds", atLeast(1), 0));
