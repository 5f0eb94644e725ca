import type { Rule } from "../rule";
import { callsRetried } from "../rules/automation/calls-retried";
import { drainGuard } from "../rules/automation/drain-guard";
import { drainGuardInTime } from "../rules/automation/drain-guard-in-time";

export const automation: readonly Rule[] = [
  {
    id: "automation/drain-guard",
    severity: "medium",
    title: "Tasks on Spot are taken out of the load balancer before their instance goes",
    why: "With 100 percent minimum healthy, ECS leaves them in service until replacements are healthy, or the instance is gone at 120 seconds, in mid-request.",
    fix: "Start a state machine or function by an enabled rule for EC2 Spot Instance Interruption Warning, which deregisters the instance's targets in time.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/container-instance-draining.html",
      "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html",
    ],
    check: drainGuard,
  },
  {
    id: "automation/drain-guard-in-time",
    severity: "high",
    title: "A drain guard acts while connections can still end",
    why: "What is taken out later than the deregistration delay before the end is cut off all the same; calls need some seconds too.",
    fix: "Lower the guard's wait or the target group's deregistration_delay: 110 s together at most.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-instance-termination-notices.html"],
    check: drainGuardInTime,
  },
  {
    id: "automation/calls-retried",
    severity: "medium",
    title: "State machines try their calls again",
    why: "An automation runs when much happens at once, which is when AWS throttles: one refused call ends it.",
    fix: "Give every Task a Retry of States.TaskFailed or States.ALL, with two attempts or more.",
    references: ["https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html"],
    check: callsRetried,
  },
];
