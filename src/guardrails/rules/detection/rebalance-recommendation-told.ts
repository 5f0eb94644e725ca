import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";
import { spotGroups } from "../../vocabulary/watched";

export const rebalanceRecommendationTold: Check = (plan) =>
  judgeTold(
    plan,
    spotGroups(plan).map((subject) => ({
      what: "a rebalance recommendation",
      subject,
      event: {
        source: "aws.ec2",
        "detail-type": "EC2 Instance Rebalance Recommendation",
        resources: ["arn:aws:ec2:us-east-1a:instance/i-1234567890abcdef0"],
        detail: { "instance-id": "i-1234567890abcdef0" },
      },
      noise: [{ source: "aws.ec2", "detail-type": "EC2 Instance State-change Notification", detail: {} }],
    })),
  );
