const autoscaling = require("aws-cdk-lib/aws-autoscaling");
const ec2 = require("aws-cdk-lib/aws-ec2");
const ecs = require("aws-cdk-lib/aws-ecs");
const iam = require("aws-cdk-lib/aws-iam");
const logs = require("aws-cdk-lib/aws-logs");
const { NAME, logging } = require("./settings");

const INSTANCE_TYPES = ["m6i.large", "m6a.large", "m5.large", "m5a.large", "m7i.large"];

/** A cluster on a mixed Auto Scaling group with managed scaling, termination protection and draining. */
function addCapacity(stack, vpc, key, loadBalancer) {
  const cluster = new ecs.Cluster(stack, "Cluster", {
    vpc,
    clusterName: NAME,
    containerInsightsV2: ecs.ContainerInsights.ENABLED,
    executeCommandConfiguration: {
      kmsKey: key,
      logging: ecs.ExecuteCommandLogging.OVERRIDE,
      logConfiguration: {
        cloudWatchEncryptionEnabled: true,
        cloudWatchLogGroup: new logs.LogGroup(stack, "Exec", { logGroupName: `/${NAME}/exec`, ...logging(key) }),
      },
    },
  });
  const securityGroup = new ec2.SecurityGroup(stack, "ComputeGroup", { vpc, allowAllOutbound: false });
  securityGroup.addIngressRule(loadBalancer.connections.securityGroups[0], ec2.Port.tcpRange(32768, 60999));
  securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
  securityGroup.addEgressRule(ec2.Peer.ipv4("10.30.0.0/16"), ec2.Port.tcp(5432), "PostgreSQL");
  const userData = ec2.UserData.forLinux();
  userData.addCommands(
    "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config",
    "echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config",
    "echo ECS_RESERVED_MEMORY=256 >> /etc/ecs/ecs.config",
  );
  const role = new iam.Role(stack, "InstanceRole", {
    assumedBy: new iam.ServicePrincipal("ec2.amazonaws.com"),
    managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")],
  });
  const launchTemplate = new ec2.LaunchTemplate(stack, "LaunchTemplate", {
    machineImage: ecs.EcsOptimizedImage.amazonLinux2023(),
    instanceType: new ec2.InstanceType(INSTANCE_TYPES[0]),
    securityGroup,
    role,
    userData,
    requireImdsv2: true,
    httpPutResponseHopLimit: 1,
    blockDevices: [
      {
        deviceName: "/dev/xvda",
        volume: autoscaling.BlockDeviceVolume.ebs(30, {
          volumeType: autoscaling.EbsDeviceVolumeType.GP3,
          encrypted: true,
          kmsKey: key,
        }),
      },
    ],
  });
  const autoScalingGroup = new autoscaling.AutoScalingGroup(stack, "Instances", {
    vpc,
    minCapacity: 3,
    maxCapacity: 200,
    capacityRebalance: true,
    newInstancesProtectedFromScaleIn: true,
    mixedInstancesPolicy: {
      launchTemplate,
      launchTemplateOverrides: INSTANCE_TYPES.map((type) => ({ instanceType: new ec2.InstanceType(type) })),
      instancesDistribution: {
        onDemandBaseCapacity: 3,
        onDemandPercentageAboveBaseCapacity: 0,
        spotAllocationStrategy: autoscaling.SpotAllocationStrategy.PRICE_CAPACITY_OPTIMIZED,
      },
    },
  });
  const capacityProvider = new ecs.AsgCapacityProvider(stack, "CapacityProvider", {
    autoScalingGroup,
    targetCapacityPercent: 80,
    enableManagedScaling: true,
    enableManagedTerminationProtection: true,
    enableManagedDraining: true,
    instanceWarmupPeriod: 120,
  });
  cluster.addAsgCapacityProvider(capacityProvider);
  cluster.addDefaultCapacityProviderStrategy([
    { capacityProvider: capacityProvider.capacityProviderName, base: 0, weight: 1 },
  ]);
  return { cluster, capacityProvider };
}

module.exports = { addCapacity };
