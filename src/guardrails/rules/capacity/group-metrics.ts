import { isList, Unknown } from "../../../plan/value";
import { ecsGroups } from "../../ecs-groups";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

/** What an alarm on "as many as there may be" and one on "fewer than wanted" are made of. */
const METRICS = ["GroupDesiredCapacity", "GroupInServiceInstances", "GroupMaxSize"];

export const groupMetrics: Check = (plan) =>
  ecsGroups(plan).map(({ group }) => {
    const enabled = group.get("enabled_metrics");
    if (enabled instanceof Unknown) return undecided(group.address, "enabled_metrics is known only at apply");
    const missing = METRICS.filter((metric) => !(isList(enabled) && enabled.includes(metric)));
    return judge(group.address, missing.length === 0, `enabled_metrics lacks ${missing.join(", ")}`);
  });
