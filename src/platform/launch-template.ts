import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { LaunchTemplate } from "@cdktf/provider-aws/lib/launch-template";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { userData } from "./agent-settings";
import { architecture } from "./architecture";
import type { InstanceIdentity } from "./instance-identity";
import { standardTags } from "./tags";

export interface InstanceTemplateProps {
  readonly environment: Environment;
  readonly cluster: EcsCluster;
  readonly identity: InstanceIdentity;
  readonly securityGroup: SecurityGroup;
  /** Key of the root volumes. */
  readonly key: KmsKey;
}

/** What each instance is started as. */
export class InstanceTemplate extends Construct {
  readonly template: LaunchTemplate;

  constructor(scope: Construct, id: string, props: InstanceTemplateProps) {
    super(scope, id);
    const { environment, cluster, identity, securityGroup, key } = props;
    const tags = { ...standardTags(environment), Name: `${environment.name}-capacity` };
    this.template = new LaunchTemplate(this, "capacity", {
      name: `${environment.name}-capacity`,
      updateDefaultVersion: true,
      // Resolved by EC2 at each launch: a plan looks nothing up, and a new instance has the newest image.
      imageId: `resolve:ssm:${imageParameter(environment)}`,
      userData: userData(environment),
      iamInstanceProfile: { arn: identity.profile.arn },
      metadataOptions: {
        httpEndpoint: "enabled",
        httpTokens: "required",
        // A container in bridge mode is a hop further away, and so can't reach the instance's credentials.
        httpPutResponseHopLimit: 1,
        instanceMetadataTags: "disabled",
      },
      networkInterfaces: [
        {
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [securityGroup.id],
        },
      ],
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            volumeSize: environment.capacity.rootVolumeGiB,
            encrypted: "true",
            kmsKeyId: key.arn,
            deleteOnTermination: "true",
          },
        },
      ],
      monitoring: { enabled: true },
      // The provider's default tags don't reach what Auto Scaling launches.
      tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({ resourceType, tags })),
      // No attribute refers to them: the user data has the cluster's name only, and an agent that may not register yet
      // gives up. On the way down the instances go first.
      dependsOn: [cluster, ...identity.identity.permissions],
    });
  }
}

/** SSM parameter in which AWS keeps the id of the newest ECS-optimized Amazon Linux 2023. */
function imageParameter(environment: Environment): string {
  const folder = architecture(environment) === "arm64" ? "amazon-linux-2023/arm64" : "amazon-linux-2023";
  return `/aws/service/ecs/optimized-ami/${folder}/recommended/image_id`;
}
