import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { EcsTaskDefinition } from "@cdktf/provider-aws/lib/ecs-task-definition";
import { TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import type { Release } from "../environments/releases";
import type { Environment, Service } from "../environments/schema";
import { architecture } from "./architecture";
import { containerDefinition } from "./container-definition";
import type { TaskIdentities } from "./task-identities";

export interface TaskDefinitionProps {
  readonly environment: Environment;
  readonly service: Service;
  /** @default - none: the environment file's tag runs */
  readonly release?: Release;
  readonly logGroup: CloudwatchLogGroup;
  readonly identities: TaskIdentities;
}

/** What one task is: a container without privileges, on a file system that it can't write to. */
export class TaskDefinition extends Construct {
  readonly definition: EcsTaskDefinition;
  readonly imageTag: string;

  constructor(scope: Construct, id: string, props: TaskDefinitionProps) {
    super(scope, id);
    const { environment, service, release, logGroup, identities } = props;
    // A variable, so that a release needs no new synthesis.
    const imageTag = new TerraformVariable(this, "image_tag", {
      type: "string",
      // A deploy of the platform keeps what was released.
      default: release?.imageTag ?? service.imageTag,
      description: `Tag of ${service.name}'s image`,
      nullable: false,
    });
    this.imageTag = imageTag.stringValue;
    this.definition = new EcsTaskDefinition(this, "Resource", {
      family: `${environment.name}-${service.name}`,
      requiresCompatibilities: ["EC2"],
      // Keeps it off instances that it can't run on.
      runtimePlatform: {
        operatingSystemFamily: "LINUX",
        cpuArchitecture: architecture(environment) === "arm64" ? "ARM64" : "X86_64",
      },
      networkMode: service.networkMode,
      memory: String(service.memoryMiB),
      executionRoleArn: identities.execution.role.arn,
      taskRoleArn: identities.task.role.arn,
      // A rollback needs the revision before; a revision costs nothing.
      skipDestroy: !environment.disposable,
      // JSON text with references inside, all of them known at plan.
      containerDefinitions: JSON.stringify([
        containerDefinition({
          environment,
          service,
          image: `${service.image}:${imageTag.stringValue}`,
          logGroupName: logGroup.name,
        }),
      ]),
    });
  }
}
