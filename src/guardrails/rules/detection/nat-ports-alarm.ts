import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";

export const natPortsAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "a NAT gateway without a free port",
    subjects: plan.resources("aws_nat_gateway"),
    dimensions: ["NatGatewayId"],
    well: { "AWS/NATGateway ErrorPortAllocation": 0 },
    ill: { "AWS/NATGateway ErrorPortAllocation": 100 },
    withinMinutes: 30,
  });
