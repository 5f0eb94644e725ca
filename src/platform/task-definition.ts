import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { Environment, Service } from "../environments/schema";
import { containerSecrets } from "./secrets";
import type { TaskIdentities } from "./task-identities";

export interface TaskDefinitionProps {
  readonly environment: Environment;
  readonly service: Service;
  readonly logGroup: CloudwatchLogGroup;
  readonly identities: TaskIdentities;
}

/** What one task is: a container without privileges, on a file system that it can't write to. */
export class TaskDefinition extends Construct {
  readonly definition: EcsTaskDefinition;

  constructor(scope: Construct, id: string, { environment, service, logGroup, identities }: TaskDefinitionProps) {
    super(scope, id);
    const { cpuUnits, memoryMiB, networkMode } = service;
    // A variable, so that a release needs no new synthesis.
    const imageTag = new TerraformVariable(this, "image_tag", {
      type: "string",
      default: service.imageTag,
      description: `Tag of ${service.name}'s image`,
    });
    this.definition = new EcsTaskDefinition(this, "Resource", {
      family: `${environment.name}-${service.name}`,
      requiresCompatibilities: ["EC2"],
      networkMode,
      cpu: String(cpuUnits),
      memory: String(memoryMiB),
      executionRoleArn: identities.execution.role.arn,
      taskRoleArn: identities.task.role.arn,
      // A rollback needs the revision before; a revision costs nothing.
      skipDestroy: !environment.disposable,
      containerDefinitions: JSON.stringify([containerDefinition(environment, service, logGroup, imageTag.stringValue)]),
    });
  }
}

/** The container as ECS takes it. It is JSON text with references inside, all known at plan. */
function containerDefinition(
  { region }: Environment,
  service: Service,
  logGroup: CloudwatchLogGroup,
  imageTag: string,
): object {
  const { healthCheck, containerPort } = service;
  const address = `http://127.0.0.1:${containerPort}${healthCheck.path}`;
  return {
    name: service.name,
    image: `${service.image}:${imageTag}`,
    essential: true,
    cpu: service.cpuUnits,
    memory: service.memoryMiB,
    user: service.user,
    privileged: false,
    readonlyRootFilesystem: true,
    linuxParameters: {
      capabilities: { drop: ["ALL"] },
      // Reaps zombies and hands SIGTERM on to the application.
      initProcessEnabled: true,
      tmpfs: [{ containerPath: "/tmp", size: 64, mountOptions: ["noexec", "nosuid", "nodev"] }],
    },
    portMappings: [{ containerPort, hostPort: service.networkMode === "bridge" ? 0 : containerPort, protocol: "tcp" }],
    healthCheck: {
      command: healthCheck.command ?? ["CMD-SHELL", `wget -q -O /dev/null ${address} || exit 1`],
      interval: 15,
      timeout: 5,
      retries: 3,
      // Docker's limit is 300 s.
      startPeriod: Math.min(healthCheck.gracePeriodSeconds, 300),
    },
    stopTimeout: service.stopTimeoutSeconds,
    environment: Object.entries(service.environment).map(([name, value]) => ({ name, value })),
    secrets: containerSecrets(service),
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": logGroup.name,
        "awslogs-region": region,
        "awslogs-stream-prefix": service.name,
        // A slow CloudWatch must not block the application; beyond the buffer, lines are lost.
        mode: "non-blocking",
        "max-buffer-size": "25m",
      },
    },
  };
}
