import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";
import { spotGroups } from "../../vocabulary/watched";

export const spotInterruptionTold: Check = (plan) =>
  judgeTold(
    plan,
    spotGroups(plan).map((subject) => ({
      what: "a Spot interruption",
      subject,
      event: {
        source: "aws.ec2",
        "detail-type": "EC2 Spot Instance Interruption Warning",
        resources: [INSTANCE],
        detail: { "instance-id": "i-1234567890abcdef0", "instance-action": "terminate" },
      },
      noise: [{ source: "aws.ec2", "detail-type": "EC2 Instance State-change Notification", detail: {} }],
    })),
  );

const INSTANCE = "arn:aws:ec2:us-east-1a:instance/i-1234567890abcdef0";
