import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { balancedTargetGroups } from "../../vocabulary/watched";

export const serverErrorsAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "server errors of the targets",
    subjects: balancedTargetGroups(plan),
    dimensions: ["TargetGroup"],
    // A few are a client that went away, or one request that was too much.
    well: { "AWS/ApplicationELB HTTPCode_Target_5XX_Count": 5 },
    ill: { "AWS/ApplicationELB HTTPCode_Target_5XX_Count": 500 },
    withinMinutes: 15,
  });
