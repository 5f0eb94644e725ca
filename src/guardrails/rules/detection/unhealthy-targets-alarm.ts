import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { balancedTargetGroups } from "../../vocabulary/watched";

export const unhealthyTargetsAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "unhealthy targets",
    subjects: balancedTargetGroups(plan),
    dimensions: ["TargetGroup"],
    well: { "AWS/ApplicationELB UnHealthyHostCount": 0, "AWS/ApplicationELB HealthyHostCount": 4 },
    ill: { "AWS/ApplicationELB UnHealthyHostCount": 2, "AWS/ApplicationELB HealthyHostCount": 0 },
    withinMinutes: 15,
  });
