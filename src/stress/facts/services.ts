import { containers } from "../../plan/facts/containers";
import { type ServiceFact, services } from "../../plan/facts/services";
import type { Plan, Resource } from "../../plan/plan";
import { entry, isRecord, listOf, type ValueRecord } from "../../plan/value";
import { deploymentAlarms } from "./alarms";
import { names } from "./names";
import { type Need, needsOf } from "./needs";
import { type Role, roleAt } from "./roles";
import { type Scaling, scalingOf } from "./scaling";
import { type TargetHealth, targetOf } from "./targets";
import { isTrue, known } from "./values";

/** What a task asks of an instance. */
export interface TaskSize {
  readonly cpuUnits: number;
  readonly memoryMiB: number;
  /** Network interfaces of its own: one in `awsvpc` mode. */
  readonly interfaces: number;
  /** Ports of the instance that are fixed, so that one instance holds one such task. */
  readonly hostPorts: readonly number[];
}

export interface PlacementStrategy {
  readonly type: "spread" | "binpack" | "random";
  readonly field: string;
}

/** A capacity provider of a strategy: the first so many tasks, and its share of the others. */
export interface StrategyItem {
  readonly provider: string;
  readonly base: number;
  readonly weight: number;
}

/** An ECS service as the plan configures it. */
export interface Service {
  readonly address: string;
  readonly name: string;
  /** As AWS will have them, as far as that is known. */
  readonly arn: string;
  readonly clusterArn: string;
  readonly desired: number;
  readonly minimumHealthyPercent: number;
  readonly maximumPercent: number;
  readonly circuitBreaker: boolean;
  /** Whether the circuit breaker brings the last good revision back. */
  readonly rollback: boolean;
  /** Whether an alarm does. */
  readonly alarmRollback: boolean;
  readonly healthCheckGraceSeconds: number;
  readonly zoneRebalancing: boolean;
  readonly placement: readonly PlacementStrategy[];
  /** Whether each of its tasks must have an instance of its own: the constraint `distinctInstance`. */
  readonly isDistinct: boolean;
  /** Its own capacity providers, or its cluster's; none: its tasks go on any instance, and don't wait for one. */
  readonly strategy: readonly StrategyItem[];
  readonly task: TaskSize;
  /** Seconds between SIGTERM and SIGKILL; the longest of its containers. */
  readonly stopTimeoutSeconds: number;
  /** `undefined`: behind no load balancer. */
  readonly target: TargetHealth | undefined;
  /** Addresses of the alarms that end its deployments. */
  readonly deploymentAlarms: readonly string[];
  /** `undefined`: its number of tasks stays as it is. */
  readonly scaling: Scaling | undefined;
  /** The agent's role, not its containers'. `undefined`: it has none. */
  readonly executionRole: Role | undefined;
  /** What the agent calls before its containers start. */
  readonly needs: readonly Need[];
  readonly fact: ServiceFact;
}

/** Why services of the plan aren't run: a sentence each. */
export function servicesLeftOut(plan: Plan): readonly string[] {
  return services(plan).flatMap((fact) => {
    const why = leftOut(fact, strategyOf(plan, fact));
    return why === undefined ? [] : `${fact.service.address} ${why}`;
  });
}

function leftOut({ service, taskDefinition }: ServiceFact, strategy: readonly StrategyItem[]): string | undefined {
  if (isFargate(service, strategy)) return "runs on Fargate";
  if (isDaemon(service)) return "is a daemon: a task an instance, which takes room from the others";
  return taskDefinition === undefined ? "has a task definition that the plan doesn't hold" : undefined;
}

/** The services of the plan that run on instances. */
export function servicesOf(plan: Plan): readonly Service[] {
  return services(plan).flatMap((fact) => {
    const { service, taskDefinition } = fact;
    const strategy = strategyOf(plan, fact);
    if (taskDefinition === undefined || leftOut(fact, strategy) !== undefined) return [];
    const breaker = "deployment_circuit_breaker";
    const own = containersOf(plan, taskDefinition);
    const executionRole = roleAt(plan, taskDefinition.get("execution_role_arn"));
    return {
      address: service.address,
      name: nameOf(service),
      arn: names(plan).arn(service),
      clusterArn: clusterArn(plan, fact),
      desired: known(service.get("desired_count"), 1),
      // ECS's own defaults: API_DeploymentConfiguration.
      minimumHealthyPercent: known(service.get("deployment_minimum_healthy_percent"), 100),
      maximumPercent: known(service.get("deployment_maximum_percent"), 200),
      circuitBreaker: isTrue(service.get(`${breaker}.enable`)),
      rollback: isTrue(service.get(`${breaker}.enable`)) && isTrue(service.get(`${breaker}.rollback`)),
      alarmRollback: isTrue(service.get("alarms.enable")) && isTrue(service.get("alarms.rollback")),
      healthCheckGraceSeconds: known(service.get("health_check_grace_period_seconds"), 0),
      zoneRebalancing: service.get("availability_zone_rebalancing") === "ENABLED",
      placement: placementOf(service),
      isDistinct: service.blocks("placement_constraints").some((block) => block.get("type") === "distinctInstance"),
      strategy,
      task: taskSize(taskDefinition, own),
      // Without one: ECS_CONTAINER_STOP_TIMEOUT's default, 30 s (aws/amazon-ecs-agent, agent/config/config.go).
      stopTimeoutSeconds: Math.max(...own.map((container) => known(entry(container, "stopTimeout"), 30))),
      target: targetOf(plan, fact.targetGroups[0]),
      deploymentAlarms: deploymentAlarms(plan, service),
      scaling: scalingOf(fact),
      executionRole,
      needs: needsOf(plan, taskDefinition, own, executionRole),
      fact,
    };
  });
}

/** Of its cluster: a resource, or a name or ARN of one that isn't in the plan. */
function clusterArn(plan: Plan, { service, cluster }: ServiceFact): string {
  const { arn, resolve, region, account } = names(plan);
  if (cluster !== undefined) return arn(cluster);
  const written = String(resolve(service.get("cluster") ?? "default"));
  return written.startsWith("arn:") ? written : `arn:aws:ecs:${region}:${account}:cluster/${written}`;
}

/** What the plan's daemons ask of every instance. */
export function daemonsOf(plan: Plan): readonly TaskSize[] {
  return services(plan).flatMap(({ service, taskDefinition }) =>
    taskDefinition === undefined || !isDaemon(service)
      ? []
      : taskSize(taskDefinition, containersOf(plan, taskDefinition)),
  );
}

/** A service that runs on Fargate, which the model doesn't. */
export interface FargateService {
  readonly address: string;
  readonly task: TaskSize;
  /** As many tasks as there are at least. */
  readonly fewestTasks: number;
  readonly isArm: boolean;
}

/** The services of the plan that run on Fargate, with a task definition in the plan. */
export function fargateServicesOf(plan: Plan): readonly FargateService[] {
  return services(plan).flatMap((fact) => {
    const { service, taskDefinition } = fact;
    if (taskDefinition === undefined || !isFargate(service, strategyOf(plan, fact))) return [];
    return {
      address: service.address,
      task: taskSize(taskDefinition, containersOf(plan, taskDefinition)),
      fewestTasks: scalingOf(fact)?.min ?? known(service.get("desired_count"), 1),
      isArm: taskDefinition.get("runtime_platform.cpu_architecture") === "ARM64",
    };
  });
}

const isDaemon = (service: Resource) => service.get("scheduling_strategy") === "DAEMON";

function isFargate(service: Resource, strategy: readonly StrategyItem[]): boolean {
  if (service.get("launch_type") === "FARGATE") return true;
  return strategy.length > 0 && strategy.every(({ provider }) => /^FARGATE(_SPOT)?$/.test(provider));
}

/** Its own strategy; without one and without a launch type its cluster's. */
/** Its address stands for a name that isn't known before the apply. */
function nameOf(service: Resource): string {
  const name = service.get("name");
  return typeof name === "string" ? name : service.address;
}

function strategyOf(plan: Plan, { service, cluster }: ServiceFact): readonly StrategyItem[] {
  const own = service.blocks("capacity_provider_strategy");
  const isOwn = own.length > 0 || service.get("launch_type") !== undefined;
  const blocks = isOwn
    ? own
    : plan
        .resources("aws_ecs_cluster_capacity_providers")
        .filter((providers) => plan.referenced(providers.get("cluster_name"), "aws_ecs_cluster")[0] === cluster)
        .flatMap((providers) => providers.blocks("default_capacity_provider_strategy"));
  return blocks.map((block) => ({
    provider: providerName(plan, block.get("capacity_provider")),
    base: known(block.get("base"), 0),
    weight: known(block.get("weight"), 0),
  }));
}

function providerName(plan: Plan, value: Parameters<Plan["referenced"]>[0]): string {
  const [provider] = plan.referenced(value, "aws_ecs_capacity_provider");
  return String(provider?.get("name") ?? value);
}

/** ECS's default for services: over zones, then fewest tasks an instance. */
const DEFAULT_PLACEMENT: readonly PlacementStrategy[] = [
  { type: "spread", field: "attribute:ecs.availability-zone" },
  { type: "spread", field: "instanceId" },
];

function placementOf(service: Resource): readonly PlacementStrategy[] {
  const written = service.blocks("ordered_placement_strategy").map((block) => ({
    type: String(block.get("type")) as PlacementStrategy["type"],
    field: String(block.get("field") ?? ""),
  }));
  return written.length > 0 ? written : DEFAULT_PLACEMENT;
}

function containersOf(plan: Plan, taskDefinition: Resource): readonly ValueRecord[] {
  return containers(plan)
    .filter((container) => container.taskDefinition === taskDefinition)
    .map(({ definition }) => definition)
    .filter(isRecord);
}

function taskSize(taskDefinition: Resource, own: readonly ValueRecord[]): TaskSize {
  const sum = (key: string, otherwise?: string) =>
    own.reduce(
      (total, container) =>
        total + known(entry(container, key) ?? (otherwise === undefined ? undefined : entry(container, otherwise)), 0),
      0,
    );
  const isOwnNetwork = taskDefinition.get("network_mode") === "awsvpc";
  const ports = own.flatMap((container) => listOf(entry(container, "portMappings"))).filter(isRecord);
  return {
    cpuUnits: known(taskDefinition.get("cpu"), sum("cpu")),
    // Placement counts the reservation; without one, the limit.
    memoryMiB: known(taskDefinition.get("memory"), sum("memoryReservation", "memory")),
    interfaces: isOwnNetwork ? 1 : 0,
    // In awsvpc mode a task has ports of its own.
    hostPorts: isOwnNetwork ? [] : ports.map((port) => known(entry(port, "hostPort"), 0)).filter((port) => port !== 0),
  };
}
