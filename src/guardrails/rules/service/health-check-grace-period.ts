import { services } from "../../../plan/facts/services";
import type { ValueRecord } from "../../../plan/value";
import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { definitionsOf, valueAt } from "../../vocabulary/containers";

/** As long as a container says that it takes to start, where one does. */
export const healthCheckGracePeriod: Check = (plan) =>
  services(plan)
    .filter(({ service }) => service.blocks("load_balancer").length > 0)
    .map(({ service, taskDefinition }) => {
      const starts = definitionsOf(plan, taskDefinition).map(startSeconds);
      return judgeAttribute(service, "health_check_grace_period_seconds", atLeast(Math.max(1, ...starts)), 0);
    });

/** Not a number where it is known only at apply: then nothing more is asked. */
const startSeconds = (definition: ValueRecord) => Number(valueAt(definition, "healthCheck.startPeriod") ?? 0) || 0;
