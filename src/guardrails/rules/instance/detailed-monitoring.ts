import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { ecsLaunchTemplates } from "../../vocabulary/agent-settings";

export const detailedMonitoring: Check = (plan) =>
  ecsLaunchTemplates(plan).map((template) => judgeAttribute(template, "monitoring.enabled", equals(true), false));
