import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { drainGuardDefinition } from "./drain-guard/definition";
import { type GuardedGroup, KILL_SECONDS } from "./drain-guard/group";
import type { Statement } from "./policy";
import type { Service } from "./service";
import { StateMachine } from "./state-machine";
import type { UndeliveredEvents } from "./undelivered-events";

export interface DrainGuardProps {
  readonly environment: Environment;
  readonly key: KmsKey;
  readonly cluster: EcsCluster;
  readonly services: readonly Service[];
  readonly topic: SnsTopic;
  readonly undelivered: UndeliveredEvents;
}

/**
 * With 100 percent minimum healthy, ECS leaves the tasks of an instance that Spot takes back in the load balancer until
 * their replacements are healthy, or until the instance is gone, in mid-request. The guard takes them out in time.
 */
export class DrainGuard extends Construct {
  readonly machine: StateMachine;

  constructor(scope: Construct, id: string, props: DrainGuardProps) {
    super(scope, id);
    const { environment, key, cluster, services, topic, undelivered } = props;
    this.machine = new StateMachine(this, "Machine", {
      environment,
      name: "drain-guard",
      description: "takes tasks out of the load balancer before Spot takes their instance",
      key,
      definition: drainGuardDefinition({
        environmentName: environment.name,
        clusterArn: cluster.arn,
        topicArn: topic.arn,
        healthyFloorPercent: environment.automation.drainGuard.healthyFloorPercent,
        groups: services.map((service) => guardedGroup(service, environment)),
      }),
      statements: statements(props),
      triggers: {
        warning: {
          description: "Spot takes an instance back in two minutes",
          // The least that EventBridge takes; later there is no time left.
          usefulForSeconds: 60,
          eventPattern: { source: ["aws.ec2"], "detail-type": ["EC2 Spot Instance Interruption Warning"] },
        },
      },
      undelivered,
    });
  }
}

function guardedGroup({ ecsService, routing, settings }: Service, { automation }: Environment): GuardedGroup {
  const latest = KILL_SECONDS - settings.deregistrationDelaySeconds - automation.drainGuard.marginSeconds;
  return {
    targetGroupArn: routing.targetGroup.arn,
    service: ecsService.name,
    targetType: routing.targetGroup.targetTypeInput ?? "instance",
    lookAtSeconds: Math.max(0, latest),
  };
}

function statements({ environment, cluster, services, topic, key }: DrainGuardProps): Statement[] {
  const { name, region, accountId } = environment;
  const inCluster = (type: string) => `arn:aws:ecs:${region}:${accountId}:${type}/${name}/*`;
  const ofCluster = { Condition: { ArnEquals: { "ecs:cluster": cluster.arn } } };
  return [
    { Sid: "FindInstances", Action: "ecs:ListContainerInstances", Resource: cluster.arn },
    {
      Sid: "ReadInstances",
      Action: ["ecs:DescribeContainerInstances", "ecs:ListTasks"],
      Resource: inCluster("container-instance"),
      ...ofCluster,
    },
    { Sid: "ReadTasks", Action: "ecs:DescribeTasks", Resource: inCluster("task"), ...ofCluster },
    { Sid: "ReadServices", Action: "ecs:DescribeServices", Resource: services.map(({ ecsService }) => ecsService.id) },
    // IAM knows no resource for it.
    { Sid: "ReadTargets", Action: "elasticloadbalancing:DescribeTargetHealth", Resource: "*" },
    {
      Sid: "TakeOut",
      Action: "elasticloadbalancing:DeregisterTargets",
      Resource: services.map(({ routing }) => routing.targetGroup.arn),
    },
    { Sid: "Say", Action: "sns:Publish", Resource: topic.arn },
    {
      Sid: "EncryptWhatItSays",
      Action: ["kms:Decrypt", "kms:GenerateDataKey"],
      Resource: key.arn,
      Condition: { StringEquals: { "kms:ViaService": `sns.${region}.amazonaws.com` } },
    },
  ];
}
