import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { judgeContainerAttribute, sendsToCloudWatch } from "../../vocabulary/containers";

/** Stated: which one AWS takes depends on a setting of the account. */
export const logsNonBlocking: Check = (plan) =>
  judgeContainerAttribute(plan, "logConfiguration.options.mode", equals("non-blocking"), sendsToCloudWatch);
