import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { derivedBackend } from "../../src/environments/backend";
import { type EnvironmentInput, environmentSchema } from "../../src/environments/schema";
import type { Aws } from "../../src/sandbox/client";

/** Bucket, table and key of a state, made by hand: a bootstrap would take longer than all the rest of a test. */
export async function makeStateBackend(aws: Aws, input: EnvironmentInput, folder: string): Promise<void> {
  const backend = derivedBackend(environmentSchema.parse(input));
  await aws.rest("s3", "PUT", `/${backend.bucket}`);
  await aws.call("dynamodb", "CreateTable", {
    TableName: backend.dynamodb_table,
    KeySchema: [{ AttributeName: "LockID", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "LockID", AttributeType: "S" }],
    BillingMode: "PAY_PER_REQUEST",
  });
  const { KeyMetadata } = await aws.call("kms", "CreateKey");
  mkdirSync(folder, { recursive: true });
  const entry = { ...backend, kms_key_id: KeyMetadata.Arn };
  writeFileSync(join(folder, "backend.config.json"), JSON.stringify({ [input.name]: entry }));
}

/** A network by hand, as an environment names it. */
export async function makeNetwork(aws: Aws, cidr: string) {
  const { vpc } = await aws.call("ec2", "CreateVpc", { CidrBlock: cidr });
  const { internetGateway } = await aws.call("ec2", "CreateInternetGateway");
  await aws.call("ec2", "AttachInternetGateway", {
    InternetGatewayId: internetGateway.internetGatewayId,
    VpcId: vpc.vpcId,
  });
  const subnets: string[] = [];
  for (const [index, zone] of ["a", "b", "a", "b"].entries()) {
    const { subnet } = await aws.call("ec2", "CreateSubnet", {
      VpcId: vpc.vpcId,
      AvailabilityZone: `us-east-1${zone}`,
      CidrBlock: cidr.replace(/\.0\.0\/.*$/, `.${index}.0/24`),
    });
    subnets.push(subnet.subnetId);
  }
  const [a = "", b = "", c = "", d = ""] = subnets;
  return {
    vpcId: String(vpc.vpcId),
    cidr,
    publicSubnetIds: { "us-east-1a": a, "us-east-1b": b },
    privateSubnetIds: { "us-east-1a": c, "us-east-1b": d },
  };
}

/**
 * What a team has that took the public modules for a cluster and a load balancer: every name is theirs. Cluster `acme` on
 * a group with a template, a service behind a balancer that listens on port 80.
 */
export async function makePlatformOfOthers(aws: Aws, network: Awaited<ReturnType<typeof makeNetwork>>): Promise<void> {
  const { vpcId, publicSubnetIds, privateSubnetIds } = network;
  const group = async (GroupName: string, GroupDescription: string): Promise<string> =>
    (await aws.call("ec2", "CreateSecurityGroup", { GroupName, GroupDescription, VpcId: vpcId })).groupId;
  const [edge, nodes] = [await group("acme-alb-sg", "acme alb"), await group("acme-nodes", "acme nodes")];
  const elb = (operation: string, parameters: object) => aws.call("elasticloadbalancing", operation, { ...parameters });
  const balancers = await elb("CreateLoadBalancer", {
    Name: "acme-alb",
    Subnets: Object.values(publicSubnetIds),
    SecurityGroups: [edge],
    Tags: [{ Key: "Terraform", Value: "true" }],
  });
  const groups = await elb("CreateTargetGroup", {
    Name: "acme-web",
    Protocol: "HTTP",
    Port: 8080,
    VpcId: vpcId,
    TargetType: "instance",
    HealthCheckPath: "/",
  });
  const TargetGroupArn: string = groups.TargetGroups[0].TargetGroupArn;
  await elb("CreateListener", {
    LoadBalancerArn: balancers.LoadBalancers[0].LoadBalancerArn,
    Protocol: "HTTP",
    Port: 80,
    DefaultActions: [{ Type: "forward", TargetGroupArn }],
  });
  const { launchTemplate } = await aws.call("ec2", "CreateLaunchTemplate", {
    LaunchTemplateName: "acme-nodes",
    LaunchTemplateData: { ImageId: "ami-12345678", InstanceType: "t3.large", SecurityGroupId: [nodes] },
  });
  const AutoScalingGroupName = "acme-nodes";
  await aws.call("autoscaling", "CreateAutoScalingGroup", {
    AutoScalingGroupName,
    MinSize: 2,
    MaxSize: 6,
    DesiredCapacity: 2,
    VPCZoneIdentifier: Object.values(privateSubnetIds).join(","),
    NewInstancesProtectedFromScaleIn: "true",
    LaunchTemplate: { LaunchTemplateId: launchTemplate.launchTemplateId, Version: "$Latest" },
  });
  const described = await aws.call("autoscaling", "DescribeAutoScalingGroups", {
    AutoScalingGroupNames: [AutoScalingGroupName],
  });
  await aws.call("ecs", "CreateCapacityProvider", {
    name: "acme-spot",
    autoScalingGroupProvider: {
      autoScalingGroupArn: described.AutoScalingGroups[0].AutoScalingGroupARN,
      managedScaling: { status: "ENABLED", targetCapacity: 90 },
      managedTerminationProtection: "ENABLED",
    },
  });
  await aws.call("ecs", "CreateCluster", {
    clusterName: "acme",
    capacityProviders: ["acme-spot"],
    defaultCapacityProviderStrategy: [{ capacityProvider: "acme-spot", weight: 60 }],
    settings: [{ name: "containerInsights", value: "enabled" }],
  });
  await aws.call("ecs", "RegisterTaskDefinition", {
    family: "acme-web",
    containerDefinitions: [
      { name: "app", image: "nginx", memory: 256, portMappings: [{ containerPort: 8080, hostPort: 0 }] },
    ],
  });
  await aws.call("ecs", "CreateService", {
    cluster: "acme",
    serviceName: "acme-web",
    taskDefinition: "acme-web",
    desiredCount: 2,
    capacityProviderStrategy: [{ capacityProvider: "acme-spot", weight: 1 }],
    loadBalancers: [{ targetGroupArn: TargetGroupArn, containerName: "app", containerPort: 8080 }],
  });
}
