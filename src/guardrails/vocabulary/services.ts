import { services as allServices, type ServiceFact } from "../../plan/facts/services";
import type { Plan, Resource } from "../../plan/plan";
import { describe } from "../expectation";

/** Services with a number of tasks, not one task an instance; what a daemon has no use for. */
export function replicaServices(plan: Plan): readonly ServiceFact[] {
  return allServices(plan).filter(({ service }) => service.get("scheduling_strategy") !== "DAEMON");
}

/** Replica services whose deployments ECS itself rolls out; others (CodeDeploy, external) have means of their own. */
export function rollingServices(plan: Plan): readonly ServiceFact[] {
  return replicaServices(plan).filter(({ service }) => (service.get("deployment_controller.type") ?? "ECS") === "ECS");
}

/** Replica services on container instances. */
export function instanceServices(plan: Plan): readonly ServiceFact[] {
  return replicaServices(plan).filter(isOnInstances);
}

function isOnInstances({ service }: ServiceFact): boolean {
  const providers = service.blocks("capacity_provider_strategy").map((block) => block.get("capacity_provider"));
  const isFargate = providers.some((name) => typeof name === "string" && name.startsWith("FARGATE"));
  return !isFargate && !["FARGATE", "EXTERNAL"].includes(String(service.get("launch_type")));
}

const ZONE = "attribute:ecs.availability-zone";

/** Whether tasks are placed zone by zone first: by strategy, or by ECS's own default, where the service has none. */
export function isSpreadOverZones(service: Resource): boolean {
  const [first] = service.blocks("ordered_placement_strategy");
  return first === undefined || (first.get("type") === "spread" && first.get("field") === ZONE);
}

/** The first placement strategy in words. */
export function firstPlacement(service: Resource): string {
  const [first] = service.blocks("ordered_placement_strategy");
  return first === undefined ? "not set" : `${describe(first.get("type"))} over ${describe(first.get("field"))}`;
}
