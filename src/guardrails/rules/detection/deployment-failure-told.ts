import type { EventFields } from "../../../cloudwatch/event-patterns";
import type { Resource } from "../../../plan/plan";
import type { Check } from "../../rule";
import { judgeTold } from "../../vocabulary/event-detection";
import { rollingServices } from "../../vocabulary/services";

export const deploymentFailureTold: Check = (plan) =>
  judgeTold(
    plan,
    rollingServices(plan).map(({ service: subject }) => ({
      what: "a failed deployment",
      subject,
      event: deployment(subject, "ERROR", "SERVICE_DEPLOYMENT_FAILED"),
      noise: [deployment(subject, "INFO", "SERVICE_DEPLOYMENT_COMPLETED")],
    })),
  );

function deployment(service: Resource, eventType: string, eventName: string): EventFields {
  const detail = { eventType, eventName, deploymentId: "ecs-svc/123", reason: "" };
  return { source: "aws.ecs", "detail-type": "ECS Deployment State Change", resources: [service], detail };
}
