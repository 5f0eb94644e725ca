import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { clusterGroups } from "../../vocabulary/watched";

export const groupAtMaximumAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "a group at its maximum",
    subjects: clusterGroups(plan),
    dimensions: ["AutoScalingGroupName"],
    well: {
      "AWS/AutoScaling GroupMaxSize": 10,
      "AWS/AutoScaling GroupDesiredCapacity": 5,
      "AWS/AutoScaling GroupInServiceInstances": 5,
    },
    ill: {
      "AWS/AutoScaling GroupMaxSize": 10,
      "AWS/AutoScaling GroupDesiredCapacity": 10,
      "AWS/AutoScaling GroupInServiceInstances": 10,
    },
    withinMinutes: 60,
  });
