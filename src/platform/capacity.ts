import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { Construct } from "constructs";
import { CapacityGeneration, type CapacityGenerationProps } from "./capacity-generation";

export interface CapacityProps extends Omit<CapacityGenerationProps, "generation"> {
  readonly cluster: EcsCluster;
}

/**
 * What the cluster runs on. A provider in use can't be replaced in place (hashicorp/terraform-provider-aws#14393): its
 * successor stands beside it until the services have moved over (docs/runbooks.md).
 */
export class Capacity extends Construct {
  /** What services run on: the newest generation. */
  readonly current: CapacityGeneration;
  /** All there are, the oldest first. */
  readonly generations: readonly CapacityGeneration[];
  /** Services depend on it: a strategy needs it first, and it may go only after the last service. */
  readonly association: EcsClusterCapacityProviders;

  constructor(scope: Construct, id: string, { cluster, ...props }: CapacityProps) {
    super(scope, id);
    const [first, ...later] = props.environment.capacity.generations.map(
      (generation) =>
        // The first generation has the plain address, aws_autoscaling_group.capacity.
        new CapacityGeneration(this, generation === 1 ? "First" : String(generation), { ...props, generation }),
    );
    if (first === undefined) throw new Error(`${props.environment.name} has no generation of capacity`);
    this.generations = [first, ...later];
    this.current = later.at(-1) ?? first;
    this.association = new EcsClusterCapacityProviders(this, "Association", {
      clusterName: cluster.name,
      capacityProviders: this.generations.map(({ provider }) => provider.name),
      defaultCapacityProviderStrategy: [{ capacityProvider: this.current.provider.name, weight: 100 }],
    });
  }
}
