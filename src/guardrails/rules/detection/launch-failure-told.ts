import type { EventFields } from "../../../cloudwatch/event-patterns";
import type { Resource } from "../../../plan/plan";
import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";
import { clusterGroups } from "../../vocabulary/watched";

export const launchFailureTold: Check = (plan) =>
  judgeTold(
    plan,
    clusterGroups(plan).map((subject) => ({
      what: "a launch that failed",
      subject,
      event: launch(subject, "EC2 Instance Launch Unsuccessful"),
      noise: [launch(subject, "EC2 Instance Launch Successful")],
    })),
  );

function launch(AutoScalingGroupName: Resource, detailType: string): EventFields {
  return { source: "aws.autoscaling", "detail-type": detailType, detail: { AutoScalingGroupName } };
}
