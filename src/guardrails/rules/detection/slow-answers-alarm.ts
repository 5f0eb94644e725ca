import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { balancedTargetGroups } from "../../vocabulary/watched";

export const slowAnswersAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "slow answers",
    subjects: balancedTargetGroups(plan),
    dimensions: ["TargetGroup"],
    well: { "AWS/ApplicationELB TargetResponseTime": 0.05 },
    ill: { "AWS/ApplicationELB TargetResponseTime": 30 },
    withinMinutes: 30,
  });
