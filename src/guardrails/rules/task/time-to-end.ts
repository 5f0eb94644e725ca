import { services } from "../../../plan/facts/services";
import { Unknown } from "../../../plan/value";
import { atLeast } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { judgeContainerAttribute, valueAt } from "../../vocabulary/containers";

/** ECS's own default for containers. */
const SECONDS = 30;

/** Of what a load balancer sends requests to; `task/stop-timeout-set` asks that containers say it at all. */
export const timeToEnd: Check = (plan) => [
  ...judgeContainerAttribute(plan, "stopTimeout", atLeast(SECONDS), ({ definition }) =>
    definition instanceof Unknown ? true : valueAt(definition, "stopTimeout") !== undefined,
  ),
  ...[...new Set(services(plan).flatMap(({ targetGroups }) => targetGroups))].map((group) =>
    judgeAttribute(group, "deregistration_delay", atLeast(SECONDS), 300),
  ),
];
