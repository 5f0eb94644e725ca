import type { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import type { Environment, Service } from "../environments/schema";
import { Identity } from "./identity";
import type { Statement } from "./policy";
import { secretStatements } from "./secrets";

export interface TaskIdentitiesProps {
  readonly environment: Environment;
  readonly service: Service;
  readonly logGroup: CloudwatchLogGroup;
}

/**
 * The two roles of a task. The execution role is the agent's: it pulls the image, reads the secrets, opens the log. The
 * task role is the container's, and may do nothing but what the environment says.
 */
export class TaskIdentities extends Construct {
  readonly execution: Identity;
  readonly task: Identity;
  /** What the first task needs already, and no attribute refers to. */
  readonly permissions: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, { environment, service, logGroup }: TaskIdentitiesProps) {
    super(scope, id);
    const name = `${environment.name}-${service.name}`;
    const common = { environment, service: "ecs-tasks.amazonaws.com", trustCondition: fromThisAccount(environment) };
    this.execution = new Identity(this, "execution", {
      ...common,
      name: `${name}-execution`,
      description: `The ECS agent, starting tasks of ${name}`,
      statements: [
        {
          Sid: "WriteLogs",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          // Streams are named <prefix>/<container>/<task>, and the prefix is the service.
          Resource: `${logGroup.arn}:log-stream:${service.name}/*`,
        },
        ...imageStatements(service),
        ...secretStatements(service),
      ],
    });
    this.task = new Identity(this, "task", {
      ...common,
      name: `${name}-task`,
      description: `The containers of ${name}`,
      statements: service.permissions.map(({ actions, resources }) => ({ Action: actions, Resource: resources })),
    });
    this.permissions = [this.execution, this.task].flatMap(({ permissions }) => permissions);
  }
}

/** Against a confused deputy; AWS supports no narrower source than the account's ECS. */
function fromThisAccount({ region, accountId }: Environment): Statement["Condition"] {
  return {
    StringEquals: { "aws:SourceAccount": accountId },
    ArnLike: { "aws:SourceArn": `arn:aws:ecs:${region}:${accountId}:*` },
  };
}

/** A pull from a private ECR repository; a public image needs no permission. */
function imageStatements({ image }: Service): Statement[] {
  const [, account, region, repository] = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.amazonaws\.com\/(.+)$/.exec(image) ?? [];
  if (repository === undefined) return [];
  return [
    {
      Sid: "PullImage",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      Resource: `arn:aws:ecr:${region}:${account}:repository/${repository}`,
    },
    // IAM knows no resource for it.
    { Sid: "LogInToRegistry", Action: "ecr:GetAuthorizationToken", Resource: "*" },
  ];
}
