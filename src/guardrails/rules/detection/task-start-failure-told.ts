import type { EventFields } from "../../../cloudwatch/event-patterns";
import type { Resource } from "../../../plan/plan";
import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";
import { clustersOnInstances } from "../../vocabulary/watched";

export const taskStartFailureTold: Check = (plan) =>
  judgeTold(
    plan,
    clustersOnInstances(plan).map((subject) => ({
      what: "a task that failed to start",
      subject,
      event: stopped(subject, "TaskFailedToStart"),
      // Every scale-in and every deployment stops tasks.
      noise: [stopped(subject, "ServiceSchedulerInitiated")],
    })),
  );

function stopped(clusterArn: Resource, stopCode: string): EventFields {
  const detail = { clusterArn, lastStatus: "STOPPED", desiredStatus: "STOPPED", stopCode, group: "service:web" };
  return { source: "aws.ecs", "detail-type": "ECS Task State Change", detail };
}
