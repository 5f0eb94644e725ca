import type { EventFields } from "../../../cloudwatch/event-patterns";
import type { Resource } from "../../../plan/plan";
import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";
import { clustersOnInstances } from "../../vocabulary/watched";

export const serviceImpairmentTold: Check = (plan) =>
  judgeTold(
    plan,
    clustersOnInstances(plan).flatMap((subject) =>
      IMPAIRED.map(([eventType, eventName]) => ({
        what: eventName,
        subject,
        event: action(subject, eventType, eventName),
        noise: [action(subject, "INFO", "SERVICE_STEADY_STATE")],
      })),
    ),
  );

/** As ECS names them in its service action events. */
const IMPAIRED = [
  ["WARN", "SERVICE_TASK_START_IMPAIRED"],
  ["ERROR", "SERVICE_TASK_PLACEMENT_FAILURE"],
] as const;

function action(clusterArn: Resource, eventType: string, eventName: string): EventFields {
  return { source: "aws.ecs", "detail-type": "ECS Service Action", detail: { clusterArn, eventType, eventName } };
}
