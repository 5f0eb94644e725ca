import { AutoscalingGroup } from "@cdktf/provider-aws/lib/autoscaling-group";
import { EcsCapacityProvider } from "@cdktf/provider-aws/lib/ecs-capacity-provider";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import type { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { Network } from "./network";
import { protectedLifecycle } from "./protection";
import { standardTags } from "./tags";

export interface CapacityProps {
  readonly environment: Environment;
  readonly cluster: EcsCluster;
  readonly network: Network;
  readonly template: LaunchTemplate;
  /** Auto Scaling's service-linked role that may use the volumes' key. */
  readonly autoScalingRoleArn: string;
}

/** What the cluster runs on: a group of On-Demand base and Spot above it, grown and shrunk by ECS. */
export class Capacity extends Construct {
  readonly group: AutoscalingGroup;
  readonly provider: EcsCapacityProvider;
  /** Services depend on it: a strategy needs it first, and it may go only after the last service. */
  readonly association: EcsClusterCapacityProviders;

  constructor(scope: Construct, id: string, props: CapacityProps) {
    super(scope, id);
    const { environment, cluster } = props;
    const { capacity } = environment;
    this.group = this.autoScalingGroup(props);
    this.provider = new EcsCapacityProvider(this, "Provider", {
      name: generationName(environment),
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
    this.association = new EcsClusterCapacityProviders(this, "Association", {
      clusterName: cluster.name,
      capacityProviders: [this.provider.name],
      defaultCapacityProviderStrategy: [{ capacityProvider: this.provider.name, weight: 100 }],
    });
  }

  private autoScalingGroup({ environment, network, template, autoScalingRoleArn }: CapacityProps): AutoscalingGroup {
    const { capacity } = environment;
    return new AutoscalingGroup(this, "Group", {
      name: generationName(environment),
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
      lifecycle: protectedLifecycle(environment, { createBeforeDestroy: true, ignoreChanges: ["desired_capacity"] }),
      dependsOn: [...network.privateRoutes],
    });
  }
}

/**
 * A provider in use can't be replaced in place (hashicorp/terraform-provider-aws#14393), and a group can never have
 * another provider than its first (aws/containers-roadmap#632): the next generation of both stands beside the last.
 */
function generationName({ name, capacity }: Environment): string {
  return `${name}-${capacity.generation}`;
}

const GROUP_METRICS = [
  "GroupDesiredCapacity",
  "GroupInServiceInstances",
  "GroupMaxSize",
  "GroupMinSize",
  "GroupPendingInstances",
  "GroupTerminatingInstances",
  "GroupTotalInstances",
];
