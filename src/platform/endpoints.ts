import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { Network } from "./network";
import { policyDocument } from "./policy";

export interface EndpointsProps {
  readonly environment: Environment;
  readonly network: Network;
  /** Group of the interface endpoints. */
  readonly securityGroup: SecurityGroup;
}

/**
 * AWS services reached inside the VPC. Their policies say whose credentials and which buckets may pass, so that data
 * can't leave through them to another account; what a role may do stays IAM's matter.
 */
export class Endpoints extends Construct {
  constructor(scope: Construct, id: string, { environment, network, securityGroup }: EndpointsProps) {
    super(scope, id);
    const { name, region } = environment;
    new VpcEndpoint(this, "s3", {
      vpcId: network.vpcId,
      serviceName: `com.amazonaws.${region}.s3`,
      vpcEndpointType: "Gateway",
      routeTableIds: [...network.privateRouteTableIds],
      policy: bucketPolicy(environment),
      tags: { Name: `${name}-s3` },
    });
    for (const service of environment.network.create?.interfaceEndpoints ?? []) {
      new VpcEndpoint(this, service.replaceAll(/[.-]/g, "_"), {
        vpcId: network.vpcId,
        serviceName: `com.amazonaws.${region}.${service}`,
        vpcEndpointType: "Interface",
        subnetIds: [...network.privateSubnetIds],
        securityGroupIds: [securityGroup.id],
        privateDnsEnabled: true,
        policy: accountPolicy(environment),
        tags: { Name: `${name}-${service.replaceAll(".", "-")}` },
      });
    }
  }
}

/** Only with credentials of the account. An endpoint's policy can't name its principals otherwise: IAM checks them. */
function accountPolicy({ accountId }: Environment): string {
  return policyDocument([
    {
      Principal: "*",
      Action: "*",
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
    },
  ]);
}

/** The account's own buckets, and those of AWS that instances boot and pull from. */
function bucketPolicy({ accountId, region }: Environment): string {
  return policyDocument([
    {
      Sid: "OwnBuckets",
      Principal: "*",
      Action: "s3:*",
      Resource: "*",
      Condition: { StringEquals: { "aws:PrincipalAccount": accountId, "aws:ResourceAccount": accountId } },
    },
    {
      Sid: "AwsBuckets",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: [
        // Layers of ECR images.
        `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
        // Updates of the ECS agent.
        `arn:aws:s3:::amazon-ecs-agent-${region}/*`,
        // Packages of Amazon Linux 2023; the suffix is the same in every region.
        `arn:aws:s3:::al2023-repos-${region}-de612dc2/*`,
      ],
    },
  ]);
}
