import { judgeContainerAttribute, sendsToCloudWatch } from "../../containers";
import { equals } from "../../expectation";
import type { Check } from "../../rule";

/** Stated: which one AWS takes depends on a setting of the account. */
export const logsNonBlocking: Check = (plan) =>
  judgeContainerAttribute(plan, "logConfiguration.options.mode", equals("non-blocking"), sendsToCloudWatch);
