import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { clusterName } from "./adopted";
import { EncryptedLogGroup } from "./log-group";
import { protectedLifecycle } from "./protection";

export interface ClusterProps {
  readonly environment: Environment;
  /** Key of the sessions and of both log groups. */
  readonly key: KmsKey;
}

/** The ECS cluster, with Container Insights; should ECS Exec ever be turned on, what is typed there is logged. */
export class Cluster extends Construct {
  readonly cluster: EcsCluster;

  constructor(scope: Construct, id: string, { environment, key }: ClusterProps) {
    super(scope, id);
    const { name } = environment;
    const exec = new EncryptedLogGroup(this, "exec", { name: `/${name}/cluster/exec`, environment, key });
    // Container Insights makes this group itself where it is missing: unencrypted, and kept for ever.
    const insights = new EncryptedLogGroup(this, "insights", {
      name: `/aws/ecs/containerinsights/${clusterName(environment)}/performance`,
      environment,
      key,
    });
    this.cluster = new EcsCluster(this, "Resource", {
      name,
      setting: [{ name: "containerInsights", value: "enabled" }],
      configuration: {
        executeCommandConfiguration: {
          kmsKeyId: key.arn,
          logging: "OVERRIDE",
          logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: exec.group.name },
        },
      },
      lifecycle: protectedLifecycle(environment),
      dependsOn: [insights.group],
    });
  }
}
