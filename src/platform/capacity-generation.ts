import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { EcsCapacityProvider } from "@cdktf/provider-aws/lib/ecs-capacity-provider";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { Network } from "./network";
import { protectedLifecycle } from "./protection";
import { standardTags } from "./tags";

export interface CapacityGenerationProps {
  readonly environment: Environment;
  readonly generation: number;
  readonly network: Network;
  readonly template: LaunchTemplate;
  /** Auto Scaling's service-linked role that may use the volumes' key. */
  readonly autoScalingRoleArn: string;
}

/**
 * A group of On-Demand base and Spot above it, and its capacity provider, by which ECS grows and shrinks it. They come
 * and go together: a group can never have another provider than its first (aws/containers-roadmap#632).
 */
export class CapacityGeneration extends Construct {
  readonly generation: number;
  /** Name of both. */
  readonly name: string;
  readonly group: AutoscalingGroup;
  readonly provider: EcsCapacityProvider;

  constructor(scope: Construct, id: string, props: CapacityGenerationProps) {
    super(scope, id);
    const { environment, generation } = props;
    const { capacity } = environment;
    this.generation = generation;
    this.name = `${environment.name}-${generation}`;
    this.group = this.autoScalingGroup(props);
    this.provider = new EcsCapacityProvider(this, "Provider", {
      name: this.name,
      autoScalingGroupProvider: {
        autoScalingGroupArn: this.group.arn,
        managedScaling: {
          status: "ENABLED",
          targetCapacity: capacity.targetCapacityPercent,
          minimumScalingStepSize: 1,
          maximumScalingStepSize: capacity.maxInstances,
          instanceWarmupPeriod: capacity.instanceWarmupSeconds,
        },
        managedTerminationProtection: "ENABLED",
        managedDraining: "ENABLED",
      },
      lifecycle: { createBeforeDestroy: true },
    });
  }

  private autoScalingGroup(props: CapacityGenerationProps): AutoscalingGroup {
    const { environment, network, template, autoScalingRoleArn } = props;
    const { capacity } = environment;
    return new AutoscalingGroup(this, "Group", {
      name: this.name,
      minSize: capacity.minInstances,
      maxSize: capacity.maxInstances,
      vpcZoneIdentifier: [...network.privateSubnetIds],
      mixedInstancesPolicy: {
        launchTemplate: {
          launchTemplateSpecification: {
            launchTemplateId: template.id,
            // The number, not $Latest: a new version then shows in the plan, and starts an instance refresh.
            version: template.latestVersion.toString(),
          },
          // Without weights: managed scaling counts instances (aws/containers-roadmap#76).
          override: capacity.instanceTypes.map((instanceType) => ({ instanceType })),
        },
        instancesDistribution: {
          onDemandBaseCapacity: capacity.onDemandBase,
          onDemandPercentageAboveBaseCapacity: capacity.onDemandPercentageAboveBase,
          onDemandAllocationStrategy: "lowest-price",
          spotAllocationStrategy: "price-capacity-optimized",
        },
      },
      capacityRebalance: true,
      // What managed termination protection takes back from instances without tasks.
      protectFromScaleIn: true,
      terminationPolicies: ["OldestLaunchTemplate", "AllocationStrategy", "Default"],
      // Not ELB: the targets are tasks, whose health is ECS's business. A sick task must not cost an instance.
      healthCheckType: "EC2",
      healthCheckGracePeriod: capacity.instanceWarmupSeconds,
      defaultInstanceWarmup: capacity.instanceWarmupSeconds,
      serviceLinkedRoleArn: autoScalingRoleArn,
      // Terraform doesn't wait for instances: a dry Spot pool must not fail an apply that changes something else.
      waitForCapacityTimeout: "0",
      forceDelete: environment.disposable,
      metricsGranularity: "1Minute",
      enabledMetrics: GROUP_METRICS,
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          // New instances first, ten percent at a time.
          minHealthyPercentage: 100,
          maxHealthyPercentage: 110,
          instanceWarmup: String(capacity.instanceWarmupSeconds),
          // Every instance with a task is protected. "Ignore" would leave those on the old template for ever, "Wait"
          // fail after an hour; with managed draining, replacing them moves their tasks first.
          scaleInProtectedInstances: "Refresh",
        },
      },
      tag: [
        { key: "Name", value: `${environment.name}-capacity`, propagateAtLaunch: true },
        // ECS puts it there itself; without it in code, every plan would take it away.
        { key: "AmazonECSManaged", value: "", propagateAtLaunch: true },
        // The provider's default tags don't reach a group; its instances have them from the launch template.
        ...Object.entries(standardTags(environment)).map(([key, value]) => ({ key, value, propagateAtLaunch: false })),
      ],
      lifecycle: protectedLifecycle(environment, {
        ignoreChanges: ["desired_capacity", ...(hasSpotFallback(environment) ? [ON_DEMAND_SHARE] : [])],
      }),
      dependsOn: [...network.privateRoutes],
    });
  }
}

/** Whether the share of On-Demand is the Spot fallback's to move: of a group that is all On-Demand, it isn't. */
export function hasSpotFallback({ capacity }: Environment): boolean {
  return capacity.onDemandPercentageAboveBase < 100;
}

/** Moved by the Spot fallback while Spot runs dry; an apply on that day must not take the instances away again. */
const ON_DEMAND_SHARE = "mixed_instances_policy[0].instances_distribution[0].on_demand_percentage_above_base_capacity";

const GROUP_METRICS = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];
