import type { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import { Construct } from "constructs";
import type { Release } from "../environments/releases";
import type { Environment, Service as ServiceSettings } from "../environments/schema";
import type { Capacity } from "./capacity";
import type { Cluster } from "./cluster";
import { Alarm } from "./detection/alarm";
import { serverErrors } from "./detection/service-alarms";
import type { Ingress } from "./ingress";
import type { InstanceIdentity } from "./instance-identity";
import { EncryptedLogGroup } from "./log-group";
import type { Network } from "./network";
import { Routing } from "./routing";
import type { SecurityGroups } from "./security-groups";
import { ServiceScaling } from "./service-scaling";
import { TaskDefinition } from "./task-definition";
import { TaskIdentities } from "./task-identities";

export interface ServiceProps {
  readonly environment: Environment;
  readonly service: ServiceSettings;
  /** What `npm run release` released last. @default - nothing: the environment file's tag runs */
  readonly release?: Release;
  readonly key: KmsKey;
  readonly network: Network;
  readonly securityGroups: SecurityGroups;
  readonly cluster: Cluster;
  readonly capacity: Capacity;
  readonly instanceIdentity: InstanceIdentity;
  readonly ingress: Ingress;
}

/** One service with all that is its own: roles, log, task definition, routing, scaling, the alarm of its deployments. */
export class Service extends Construct {
  readonly settings: ServiceSettings;
  /** Tag of its image, as the variable has it. */
  readonly imageTag: string;
  readonly routing: Routing;
  /** What rolls a deployment back that passes its health checks and fails its users. */
  readonly serverErrors: CloudwatchMetricAlarm;
  readonly ecsService: EcsService;
  readonly identities: TaskIdentities;
  readonly logGroup: EncryptedLogGroup;

  constructor(scope: Construct, id: string, props: ServiceProps) {
    super(scope, id);
    const { environment, service, key, network, ingress } = props;
    this.logGroup = new EncryptedLogGroup(this, "LogGroup", {
      name: `/${environment.name}/service/${service.name}`,
      environment,
      key,
    });
    const logGroup = this.logGroup.group;
    this.identities = new TaskIdentities(this, "Identities", { environment, service, logGroup });
    const { definition, imageTag } = new TaskDefinition(this, "TaskDefinition", {
      environment,
      service,
      release: props.release,
      logGroup,
      identities: this.identities,
    });
    this.imageTag = imageTag;
    this.settings = service;
    this.routing = new Routing(this, "Routing", {
      environment,
      service,
      network,
      listener: ingress.https,
    });
    const { loadBalancer } = ingress;
    const { targetGroup } = this.routing;
    this.serverErrors = new Alarm(this, "server_errors", {
      environment,
      row: serverErrors(service, { loadBalancer, targetGroup }),
    }).alarm;
    this.ecsService = this.makeService(props, definition.arn);
    new ServiceScaling(this, "Scaling", {
      environment,
      service,
      cluster: props.cluster.cluster,
      ecsService: this.ecsService,
      loadBalancer,
      routing: this.routing,
    });
  }

  private makeService(props: ServiceProps, taskDefinition: string): EcsService {
    const { service, network, securityGroups, cluster, capacity, instanceIdentity } = props;
    return new EcsService(this, "Resource", {
      name: service.name,
      cluster: cluster.cluster.arn,
      taskDefinition,
      desiredCount: service.desiredTasks,
      // No launch type beside a strategy. A changed strategy is refused without a new deployment
      // (hashicorp/terraform-provider-aws#43533); the flag acts only when something else changes.
      capacityProviderStrategy: [{ capacityProvider: capacity.current.provider.name, weight: 100 }],
      forceNewDeployment: true,
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      alarms: { enable: true, rollback: true, alarmNames: [this.serverErrors.alarmName] },
      // Zones first, so that one can be lost; then as few instances as will do.
      orderedPlacementStrategy: [
        { type: "spread", field: "attribute:ecs.availability-zone" },
        { type: "binpack", field: "memory" },
      ],
      availabilityZoneRebalancing: "ENABLED",
      healthCheckGracePeriodSeconds: service.healthCheck.gracePeriodSeconds,
      loadBalancer: [
        {
          targetGroupArn: this.routing.targetGroup.arn,
          containerName: service.name,
          containerPort: service.containerPort,
        },
      ],
      networkConfiguration:
        service.networkMode === "awsvpc"
          ? {
              subnets: [...network.privateSubnetIds],
              securityGroups: [securityGroups.task(service.name).id],
              assignPublicIp: false,
            }
          : undefined,
      enableEcsManagedTags: true,
      propagateTags: "SERVICE",
      // ECS Exec needs a root file system that can be written to.
      enableExecuteCommand: false,
      // Auto scaling owns it.
      lifecycle: { ignoreChanges: ["desired_count"] },
      // On the way down the service goes first. Were the instances' policy gone before, their agents would be cut off
      // while they drain, and the service would never end.
      dependsOn: [
        capacity.association,
        this.routing.rule,
        ...this.identities.permissions,
        ...instanceIdentity.identity.permissions,
      ],
    });
  }
}
