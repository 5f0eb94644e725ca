import { isList } from "../../../plan/value";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { ecsGroups } from "../../vocabulary/ecs-groups";

/** What an alarm on "as many as there may be" and one on "fewer than wanted" are made of. */
const METRICS = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupMaxSize"];

export const groupMetrics: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => {
    const enabled = group.get("enabled_metrics");
    const missing = METRICS.filter((metric) => !(isList(enabled) && enabled.includes(metric)));
    const judgement = judge(group.address, missing.length === 0, `enabled_metrics lacks ${missing.join(", ")}`);
    return unlessOpen(plan, judgement, enabled);
  });
