/**
 * The platform of `src/environments/production.ts` as one would write it in AWS CDK, with the constructs that it comes
 * with. JavaScript, with submodules imported on their own, so that the peer is not charged for loading TypeScript or
 * what it doesn't use. Reads no account and no network: zones are in the context, images and AMIs are by name.
 *
 * Environment variables: CDK_OUTDIR, the folder to write to; SERVICES, their number (default 2).
 */
const { App, CfnOutput, Duration, RemovalPolicy, Stack, Tags } = require("aws-cdk-lib");
const { Schedule } = require("aws-cdk-lib/aws-applicationautoscaling");
const autoscaling = require("aws-cdk-lib/aws-autoscaling");
const acm = require("aws-cdk-lib/aws-certificatemanager");
const cloudwatch = require("aws-cdk-lib/aws-cloudwatch");
const dynamodb = require("aws-cdk-lib/aws-dynamodb");
const ec2 = require("aws-cdk-lib/aws-ec2");
const ecs = require("aws-cdk-lib/aws-ecs");
const elb = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const iam = require("aws-cdk-lib/aws-iam");
const kms = require("aws-cdk-lib/aws-kms");
const logs = require("aws-cdk-lib/aws-logs");
const route53 = require("aws-cdk-lib/aws-route53");
const targets = require("aws-cdk-lib/aws-route53-targets");
const s3 = require("aws-cdk-lib/aws-s3");
const secretsmanager = require("aws-cdk-lib/aws-secretsmanager");
const ssm = require("aws-cdk-lib/aws-ssm");
const wafv2 = require("aws-cdk-lib/aws-wafv2");

const NAME = "production";
const DOMAIN = "production.example.com";
const ACCOUNT = "000000000000";
const REGION = "us-east-1";
const ENVIRONMENT = { account: ACCOUNT, region: REGION };
const INSTANCE_TYPES = ["m6i.large", "m6a.large", "m5.large", "m5a.large", "m7i.large"];

/** Terraform's state has no place in CDK; a like number of like resources has. */
class StateStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, props);
    const encryptionKey = new kms.Key(this, "Key", { alias: `${NAME}-state`, enableKeyRotation: true });
    new s3.Bucket(this, "Bucket", {
      ...privateBucket,
      encryption: s3.BucketEncryption.KMS,
      encryptionKey,
      bucketKeyEnabled: true,
      lifecycleRules: [{ noncurrentVersionExpiration: Duration.days(90), noncurrentVersionsToRetain: 100 }],
      serverAccessLogsBucket: new s3.Bucket(this, "AccessLogs", { ...privateBucket, ...expiring }),
      serverAccessLogsPrefix: "state/",
    });
    new dynamodb.Table(this, "Locks", {
      partitionKey: { name: "LockID", type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      encryptionKey,
      deletionProtection: true,
    });
  }
}

class PlatformStack extends Stack {
  constructor(scope, id, props) {
    super(scope, id, { ...props, terminationProtection: true });
    const key = this.key();
    const vpc = this.network(key);
    const ingress = this.ingress(vpc);
    const { cluster, capacityProvider } = this.capacity(vpc, key, ingress.loadBalancer);
    for (const service of props.services) this.service(service, { cluster, capacityProvider, ingress, key });
    this.names(ingress, new Set(props.services.map(({ host }) => host)));
    new CfnOutput(this, "LoadBalancerName", { value: ingress.loadBalancer.loadBalancerName });
    new CfnOutput(this, "ClusterName", { value: cluster.clusterName });
  }

  key() {
    const key = new kms.Key(this, "Key", { alias: NAME, enableKeyRotation: true, removalPolicy: RemovalPolicy.RETAIN });
    const groups = `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:/${NAME}/*`;
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(`logs.${REGION}.amazonaws.com`)],
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
        resources: ["*"],
        conditions: { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } },
      }),
    );
    const autoScaling = iam.Role.fromRoleArn(
      this,
      "AutoScalingRole",
      `arn:aws:iam::${ACCOUNT}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
    );
    key.grantEncryptDecrypt(autoScaling);
    key.grant(autoScaling, "kms:CreateGrant");
    return key;
  }

  network(key) {
    const vpc = new ec2.Vpc(this, "Vpc", {
      ipAddresses: ec2.IpAddresses.cidr("10.20.0.0/16"),
      maxAzs: 3,
      natGateways: 3,
      restrictDefaultSecurityGroup: false,
      subnetConfiguration: [
        { name: "public", subnetType: ec2.SubnetType.PUBLIC, mapPublicIpOnLaunch: false, cidrMask: 24 },
        { name: "private", subnetType: ec2.SubnetType.PRIVATE_WITH_EGRESS, cidrMask: 20 },
      ],
      flowLogs: {
        all: {
          destination: ec2.FlowLogDestination.toCloudWatchLogs(
            new logs.LogGroup(this, "FlowLogs", { logGroupName: `/${NAME}/flow-logs`, ...logging(key) }),
          ),
        },
      },
    });
    const s3Endpoint = vpc.addGatewayEndpoint("S3", { service: ec2.GatewayVpcEndpointAwsService.S3 });
    s3Endpoint.addToPolicy(ofThisAccount());
    const services = ec2.InterfaceVpcEndpointAwsService;
    const endpoints = {
      Ssm: services.SSM,
      SsmMessages: services.SSM_MESSAGES,
      SecretsManager: services.SECRETS_MANAGER,
      Kms: services.KMS,
      Logs: services.CLOUDWATCH_LOGS,
      EcrApi: services.ECR,
      EcrDocker: services.ECR_DOCKER,
    };
    const securityGroup = new ec2.SecurityGroup(this, "EndpointsGroup", { vpc, allowAllOutbound: false });
    securityGroup.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(443));
    for (const [id, service] of Object.entries(endpoints)) {
      const endpoint = vpc.addInterfaceEndpoint(id, { service, securityGroups: [securityGroup], open: false });
      endpoint.addToPolicy(ofThisAccount());
    }
    return vpc;
  }

  ingress(vpc) {
    const accessLogs = new s3.Bucket(this, "AccessLogs", { ...privateBucket, ...expiring });
    const loadBalancer = new elb.ApplicationLoadBalancer(this, "LoadBalancer", {
      vpc,
      internetFacing: true,
      deletionProtection: true,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: elb.DesyncMitigationMode.STRICTEST,
    });
    loadBalancer.logAccessLogs(accessLogs);
    const zone = new route53.PublicHostedZone(this, "Zone", { zoneName: DOMAIN });
    const certificate = new acm.Certificate(this, "Certificate", {
      domainName: `www.${DOMAIN}`,
      validation: acm.CertificateValidation.fromDns(zone),
    });
    const https = loadBalancer.addListener("Https", {
      port: 443,
      sslPolicy: elb.SslPolicy.TLS13_RES,
      certificates: [certificate],
      defaultAction: elb.ListenerAction.fixedResponse(404, { contentType: "text/plain", messageBody: "Not found" }),
    });
    loadBalancer.addRedirect();
    const acl = new wafv2.CfnWebACL(this, "WebAcl", {
      scope: "REGIONAL",
      defaultAction: { allow: {} },
      rules: ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map((name, priority) => ({
        name,
        priority,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { name, vendorName: "AWS" } },
        visibilityConfig: visibility(name),
      })),
      visibilityConfig: visibility(NAME),
    });
    new wafv2.CfnWebACLAssociation(this, "WebAclAssociation", {
      resourceArn: loadBalancer.loadBalancerArn,
      webAclArn: acl.attrArn,
    });
    return { loadBalancer, https, zone };
  }

  names({ loadBalancer, zone }, hosts) {
    const target = route53.RecordTarget.fromAlias(new targets.LoadBalancerTarget(loadBalancer));
    for (const host of hosts) new route53.ARecord(this, `Name-${host}`, { zone, recordName: host, target });
  }

  capacity(vpc, key, loadBalancer) {
    const cluster = new ecs.Cluster(this, "Cluster", {
      vpc,
      clusterName: NAME,
      containerInsightsV2: ecs.ContainerInsights.ENABLED,
      executeCommandConfiguration: {
        kmsKey: key,
        logging: ecs.ExecuteCommandLogging.OVERRIDE,
        logConfiguration: {
          cloudWatchEncryptionEnabled: true,
          cloudWatchLogGroup: new logs.LogGroup(this, "Exec", { logGroupName: `/${NAME}/exec`, ...logging(key) }),
        },
      },
    });
    const securityGroup = new ec2.SecurityGroup(this, "ComputeGroup", { vpc, allowAllOutbound: false });
    securityGroup.addIngressRule(loadBalancer.connections.securityGroups[0], ec2.Port.tcpRange(32768, 60999));
    securityGroup.addEgressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(443));
    securityGroup.addEgressRule(ec2.Peer.ipv4("10.30.0.0/16"), ec2.Port.tcp(5432), "PostgreSQL");
    const userData = ec2.UserData.forLinux();
    userData.addCommands(
      "echo ECS_ENABLE_SPOT_INSTANCE_DRAINING=true >> /etc/ecs/ecs.config",
      "echo ECS_AWSVPC_BLOCK_IMDS=true >> /etc/ecs/ecs.config",
      "echo ECS_RESERVED_MEMORY=256 >> /etc/ecs/ecs.config",
    );
    const role = new iam.Role(this, "InstanceRole", {
      assumedBy: new iam.ServicePrincipal("ec2.amazonaws.com"),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName("AmazonSSMManagedInstanceCore")],
    });
    const launchTemplate = new ec2.LaunchTemplate(this, "LaunchTemplate", {
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
    const autoScalingGroup = new autoscaling.AutoScalingGroup(this, "Instances", {
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
    const capacityProvider = new ecs.AsgCapacityProvider(this, "CapacityProvider", {
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

  service(props, { cluster, capacityProvider, ingress, key }) {
    const { name, isAwsvpc, containerPort, host, paths, priority } = props;
    const taskDefinition = new ecs.Ec2TaskDefinition(this, `${name}-Task`, {
      family: `${NAME}-${name}`,
      networkMode: isAwsvpc ? ecs.NetworkMode.AWS_VPC : ecs.NetworkMode.BRIDGE,
    });
    const parameter = ssm.StringParameter.fromSecureStringParameterAttributes(this, `${name}-DatabaseUrl`, {
      parameterName: `/${NAME}/${name}/database-url`,
    });
    const session = secretsmanager.Secret.fromSecretCompleteArn(
      this,
      `${name}-SessionKey`,
      `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${NAME}/${name}/session-key-AbCdEf`,
    );
    const linuxParameters = new ecs.LinuxParameters(this, `${name}-Linux`, { initProcessEnabled: true });
    linuxParameters.dropCapabilities(ecs.Capability.ALL);
    taskDefinition.addContainer(name, {
      image: ecs.ContainerImage.fromRegistry(`${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/${name}:1.0.0`),
      cpu: 512,
      memoryLimitMiB: 1024,
      user: "1000:1000",
      readonlyRootFilesystem: true,
      stopTimeout: Duration.seconds(30),
      environment: { LOG_LEVEL: "info" },
      secrets: {
        DATABASE_URL: ecs.Secret.fromSsmParameter(parameter),
        ...(isAwsvpc ? {} : { SESSION_KEY: ecs.Secret.fromSecretsManager(session) }),
      },
      linuxParameters,
      portMappings: [{ containerPort }],
      healthCheck: { command: ["CMD-SHELL", `wget -q --spider http://localhost:${containerPort}/healthz`] },
      logging: ecs.LogDrivers.awsLogs({
        streamPrefix: name,
        mode: ecs.AwsLogDriverMode.NON_BLOCKING,
        logGroup: new logs.LogGroup(this, `${name}-Logs`, { logGroupName: `/${NAME}/${name}`, ...logging(key) }),
      }),
    });
    const targetGroup = new elb.ApplicationTargetGroup(this, `${name}-Targets`, {
      vpc: cluster.vpc,
      protocol: elb.ApplicationProtocol.HTTP,
      port: containerPort,
      targetType: isAwsvpc ? elb.TargetType.IP : elb.TargetType.INSTANCE,
      deregistrationDelay: Duration.seconds(30),
      healthCheck: { path: "/healthz", interval: Duration.seconds(10), timeout: Duration.seconds(5) },
    });
    ingress.https.addTargetGroups(`${name}-Rule`, {
      targetGroups: [targetGroup],
      priority,
      conditions: [elb.ListenerCondition.hostHeaders([host]), elb.ListenerCondition.pathPatterns(paths)],
    });
    const errors = new cloudwatch.Alarm(this, `${name}-ServerErrors`, {
      alarmName: `${NAME}-${name}-server-errors`,
      metric: targetGroup.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT),
      threshold: 10,
      evaluationPeriods: 1,
    });
    const service = new ecs.Ec2Service(this, name, {
      cluster,
      taskDefinition,
      serviceName: name,
      desiredCount: 3,
      minHealthyPercent: 100,
      maxHealthyPercent: 200,
      circuitBreaker: { rollback: true },
      deploymentAlarms: { alarmNames: [errors.alarmName], behavior: ecs.AlarmBehavior.ROLLBACK_ON_ALARM },
      capacityProviderStrategies: [{ capacityProvider: capacityProvider.capacityProviderName, weight: 1 }],
      placementStrategies: [
        ecs.PlacementStrategy.spreadAcross(ecs.BuiltInAttributes.AVAILABILITY_ZONE),
        ecs.PlacementStrategy.packedByMemory(),
      ],
      healthCheckGracePeriod: Duration.seconds(60),
      enableECSManagedTags: true,
      propagateTags: ecs.PropagatedTagSource.SERVICE,
      enableExecuteCommand: true,
    });
    service.attachToApplicationTargetGroup(targetGroup);
    const tasks = service.autoScaleTaskCount({ minCapacity: 3, maxCapacity: 9 });
    tasks.scaleOnCpuUtilization("Cpu", { targetUtilizationPercent: 60 });
    tasks.scaleOnRequestCount("Requests", { requestsPerTarget: 1000, targetGroup });
    if (!isAwsvpc) {
      for (const [id, hour] of Object.entries({ night: "22", morning: "6" })) {
        tasks.scaleOnSchedule(id, { schedule: Schedule.cron({ hour, minute: "0" }), minCapacity: 3 });
      }
    }
    new CfnOutput(this, `${name}-Name`, { value: service.serviceName });
  }
}

const privateBucket = {
  versioned: true,
  enforceSSL: true,
  blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
  encryption: s3.BucketEncryption.S3_MANAGED,
  removalPolicy: RemovalPolicy.RETAIN,
};
const expiring = {
  lifecycleRules: [{ expiration: Duration.days(365), noncurrentVersionExpiration: Duration.days(30) }],
};
const logging = (encryptionKey) => ({ encryptionKey, retention: logs.RetentionDays.ONE_YEAR });
const visibility = (metricName) => ({ cloudWatchMetricsEnabled: true, sampledRequestsEnabled: true, metricName });
const ofThisAccount = () =>
  new iam.PolicyStatement({
    principals: [new iam.AnyPrincipal()],
    actions: ["*"],
    resources: ["*"],
    conditions: { StringEquals: { "aws:PrincipalAccount": ACCOUNT } },
  });

/** Bridge and awsvpc in turns, as `bench/environment.ts` has them. */
const services = Array.from({ length: Number(process.env.SERVICES ?? 2) }, (_, index) => ({
  name: `service-${index + 1}`,
  isAwsvpc: index % 2 === 1,
  containerPort: 8080,
  host: `www.${DOMAIN}`,
  paths: index === 0 ? ["/*"] : [`/service-${index + 1}/*`],
  priority: index === 0 ? 1000 : index,
}));

const app = new App({
  outdir: process.env.CDK_OUTDIR,
  context: {
    [`availability-zones:account=${ACCOUNT}:region=${REGION}`]: ["a", "b", "c"].map((letter) => `${REGION}${letter}`),
    // CloudFormation allows 500 a stack, which is reached at 30 services; the measured growth goes on.
    "@aws-cdk/core:stackResourceLimit": 0,
  },
});
Tags.of(app).add("Environment", NAME);
new StateStack(app, `${NAME}-state`, { env: ENVIRONMENT });
new PlatformStack(app, `${NAME}-platform`, { env: ENVIRONMENT, services });
app.synth();
