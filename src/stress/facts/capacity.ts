import { type InstanceType, instanceType } from "../../catalogue/instance-types";
import { agentSettings, type CapacityGroup, capacityGroups } from "../../plan/facts/capacity";
import { subnets } from "../../plan/facts/network";
import type { Plan, Resource } from "../../plan/plan";
import { listOf } from "../../plan/value";
import { egressZones } from "./egress";
import { type RefreshPreferences, refreshPreferences } from "./instance-refresh";
import { names } from "./names";
import { type Reachability, reachabilityOf } from "./reachability";
import { groupSchedules, type ScheduledAction } from "./schedules";
import { isEnabled, isTrue, known } from "./values";

/** Managed scaling of a capacity provider. */
export interface ManagedScaling {
  /** Percent of CapacityProviderReservation. */
  readonly targetCapacity: number;
  readonly minimumStep: number;
  readonly maximumStep: number;
  readonly warmupSeconds: number;
}

/** How a group chooses among the Spot pools of its types. */
export type SpotAllocation = (typeof SPOT_ALLOCATIONS)[number];

const SPOT_ALLOCATIONS = [
  "price-capacity-optimized",
  "capacity-optimized",
  "capacity-optimized-prioritized",
  "lowest-price",
] as const;

/** An Auto Scaling group and its capacity provider. */
export interface Group {
  readonly address: string;
  /** As AWS will call it, as far as that is known. */
  readonly name: string;
  readonly arn: string;
  readonly min: number;
  readonly max: number;
  /** Instances at first. */
  readonly desired: number;
  readonly types: readonly InstanceType[];
  readonly zones: readonly string[];
  /** By zone, the zone of the NAT gateway that it leaves by; without an entry nothing is known of its way out. */
  readonly egressZones: { readonly [zone: string]: string };
  /** What its instances reach of AWS, and how; a zone that isn't in it is one that the plan doesn't know. */
  readonly reach: Reachability;
  readonly onDemandBase: number;
  /** Percent. */
  readonly onDemandPercentageAboveBase: number;
  readonly spotAllocation: SpotAllocation;
  readonly capacityRebalance: boolean;
  readonly protectFromScaleIn: boolean;
  /** Name of its capacity provider; `undefined`: it has none. */
  readonly provider: string | undefined;
  /** `undefined`: off. */
  readonly managedScaling: ManagedScaling | undefined;
  readonly managedTerminationProtection: boolean;
  readonly managedDraining: boolean;
  readonly spotDraining: boolean;
  /** Whether an image that an instance has is started without asking the registry. */
  readonly usesCachedImages: boolean;
  readonly reservedMemoryMiB: number;
  /** All volumes of an instance together. */
  readonly volumeGiB: number;
  /** Scheduled actions on the group itself. */
  readonly schedules: readonly ScheduledAction[];
  readonly refresh: RefreshPreferences;
}

/** The groups of the plan that instances of its clusters come from. */
export function groupsOf(plan: Plan): readonly Group[] {
  return capacityGroups(plan).map((fact) => groupOf(plan, fact));
}

function groupOf(plan: Plan, fact: CapacityGroup): Group {
  const { group, launchTemplate, capacityProviders } = fact;
  const [provider] = capacityProviders;
  const min = known(group.get("min_size"), 0);
  const settings = launchTemplate === undefined ? undefined : agentSettings(launchTemplate);
  const setting = (key: string) => (settings instanceof Map ? settings.get(key) : undefined);
  return {
    address: group.address,
    name: names(plan).name(group),
    arn: names(plan).arn(group),
    min,
    max: known(group.get("max_size"), min),
    desired: Math.max(min, known(group.get("desired_capacity"), min)),
    types: fact.instanceTypes.flatMap((name) => (typeof name === "string" ? (instanceType(name) ?? []) : [])),
    zones: zonesOf(plan, group),
    egressZones: egressZones(plan, group),
    reach: reachabilityOf(plan, fact),
    onDemandBase: known(fact.onDemandBase, 0),
    onDemandPercentageAboveBase: known(fact.onDemandPercentageAboveBase, 100),
    spotAllocation: spotAllocationOf(group),
    capacityRebalance: isTrue(group.get("capacity_rebalance")),
    protectFromScaleIn: isTrue(group.get("protect_from_scale_in")),
    provider: provider === undefined ? undefined : String(provider.get("name")),
    managedScaling: managedScalingOf(provider),
    managedTerminationProtection: isEnabled(provider?.get(`${PROVIDER}.managed_termination_protection`)),
    // What ECS takes where it isn't set.
    managedDraining: isEnabled(provider?.get(`${PROVIDER}.managed_draining`) ?? "ENABLED"),
    spotDraining: setting("ECS_ENABLE_SPOT_INSTANCE_DRAINING") === "true",
    usesCachedImages: ["once", "prefer-cached", "default"].includes(setting("ECS_IMAGE_PULL_BEHAVIOR") ?? "default"),
    reservedMemoryMiB: Number(setting("ECS_RESERVED_MEMORY") ?? 0),
    schedules: groupSchedules(plan, group),
    refresh: refreshPreferences(group),
    volumeGiB: volumeGiBOf(launchTemplate),
  };
}

/** `lowest-price` is what the API takes where nothing is said: API_InstancesDistribution. */
function spotAllocationOf(group: Resource): SpotAllocation {
  const named = group.get("mixed_instances_policy.instances_distribution.spot_allocation_strategy");
  return SPOT_ALLOCATIONS.find((strategy) => strategy === named) ?? "lowest-price";
}

/** GiB of the root volume that the ECS-optimized image brings, where the launch template says nothing. */
const IMAGE_VOLUME_GIB = 30;

function volumeGiBOf(launchTemplate: Resource | undefined): number {
  const mappings = launchTemplate?.blocks("block_device_mappings") ?? [];
  const sizes = mappings.map((mapping) => known(mapping.get("ebs.volume_size"), IMAGE_VOLUME_GIB));
  return sizes.length === 0 ? IMAGE_VOLUME_GIB : sizes.reduce((sum, size) => sum + size, 0);
}

const PROVIDER = "auto_scaling_group_provider";

function managedScalingOf(provider: Resource | undefined): ManagedScaling | undefined {
  const [scaling] = provider?.blocks(`${PROVIDER}.managed_scaling`) ?? [];
  if (scaling === undefined || !isEnabled(scaling.get("status"))) return undefined;
  // API_ManagedScaling: the defaults.
  return {
    targetCapacity: known(scaling.get("target_capacity"), 100),
    minimumStep: known(scaling.get("minimum_scaling_step_size"), 1),
    maximumStep: known(scaling.get("maximum_scaling_step_size"), 10_000),
    warmupSeconds: known(scaling.get("instance_warmup_period"), 300),
  };
}

/** Zones of its subnets. Of one that isn't in the plan nothing is known but that it is one: it counts as a zone of its own. */
function zonesOf(plan: Plan, group: Resource): readonly string[] {
  const identifiers = listOf(group.get("vpc_zone_identifier") ?? group.get("availability_zones"));
  const facts = subnets(plan);
  const zones = identifiers.flatMap((identifier, index) => {
    const own = plan.referenced(identifier, "aws_subnet", "aws_default_subnet");
    if (own.length === 0) return [typeof identifier === "string" ? identifier : `subnet ${index + 1}`];
    return facts
      .filter(({ subnet }) => own.includes(subnet))
      .map(({ subnet, availabilityZone }) =>
        typeof availabilityZone === "string" ? availabilityZone : subnet.address,
      );
  });
  return [...new Set(zones)];
}
