const { CfnOutput, Duration } = require("aws-cdk-lib");
const { Schedule } = require("aws-cdk-lib/aws-applicationautoscaling");
const cloudwatch = require("aws-cdk-lib/aws-cloudwatch");
const ecs = require("aws-cdk-lib/aws-ecs");
const elb = require("aws-cdk-lib/aws-elasticloadbalancingv2");
const logs = require("aws-cdk-lib/aws-logs");
const secretsmanager = require("aws-cdk-lib/aws-secretsmanager");
const ssm = require("aws-cdk-lib/aws-ssm");
const { ACCOUNT, NAME, REGION, logging } = require("./settings");

/** A service, its task definition, target group, alarm and auto scaling. */
function addService(stack, props, { cluster, capacityProvider, ingress, key }) {
  const { name, isAwsvpc, containerPort, host, paths, priority } = props;
  const taskDefinition = new ecs.Ec2TaskDefinition(stack, `${name}-Task`, {
    family: `${NAME}-${name}`,
    networkMode: isAwsvpc ? ecs.NetworkMode.AWS_VPC : ecs.NetworkMode.BRIDGE,
  });
  const parameter = ssm.StringParameter.fromSecureStringParameterAttributes(stack, `${name}-DatabaseUrl`, {
    parameterName: `/${NAME}/${name}/database-url`,
  });
  const session = secretsmanager.Secret.fromSecretCompleteArn(
    stack,
    `${name}-SessionKey`,
    `arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:${NAME}/${name}/session-key-AbCdEf`,
  );
  const linuxParameters = new ecs.LinuxParameters(stack, `${name}-Linux`, { initProcessEnabled: true });
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
      logGroup: new logs.LogGroup(stack, `${name}-Logs`, { logGroupName: `/${NAME}/${name}`, ...logging(key) }),
    }),
  });
  const targetGroup = new elb.ApplicationTargetGroup(stack, `${name}-Targets`, {
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
  const errors = new cloudwatch.Alarm(stack, `${name}-ServerErrors`, {
    alarmName: `${NAME}-${name}-server-errors`,
    metric: targetGroup.metrics.httpCodeTarget(elb.HttpCodeTarget.TARGET_5XX_COUNT),
    threshold: 10,
    evaluationPeriods: 1,
  });
  const service = new ecs.Ec2Service(stack, name, {
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
  new CfnOutput(stack, `${name}-Name`, { value: service.serviceName });
}

module.exports = { addService };
