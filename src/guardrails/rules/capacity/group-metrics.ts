import { isList } from "../../../plan/value";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

/** What alarms on "as many as there may be" and "fewer than wanted" are made of, and what shows a launch or an end that hangs. */
const METRICS = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];

export const groupMetrics: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => {
    const enabled = group.get("enabled_metrics");
    const missing = METRICS.filter((metric) => !(isList(enabled) && enabled.includes(metric)));
    const judgement = judge(group.address, missing.length === 0, `enabled_metrics lacks ${missing.join(", ")}`);
    return unlessOpen(plan, judgement, enabled);
  });
