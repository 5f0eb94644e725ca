import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";

export const natDropsAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "packets that a NAT gateway drops",
    subjects: plan.resources("aws_nat_gateway"),
    dimensions: ["NatGatewayId"],
    well: {
      // One in a hundred thousand is lost now and then.
      "AWS/NATGateway PacketsDropCount": 20,
      "AWS/NATGateway PacketsInFromSource": 1000000,
      "AWS/NATGateway PacketsInFromDestination": 1000000,
    },
    ill: {
      "AWS/NATGateway PacketsDropCount": 20000,
      "AWS/NATGateway PacketsInFromSource": 1000000,
      "AWS/NATGateway PacketsInFromDestination": 1000000,
    },
    withinMinutes: 60,
  });
