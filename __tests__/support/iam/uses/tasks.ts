import type { Account } from "../account";
import { ACCOUNT, type Applied } from "../applied";
import { service } from "../request";
import type { Use } from "./use";

interface Container {
  readonly name: string;
  readonly image: string;
  readonly secrets?: readonly { readonly valueFrom: string }[];
  readonly logConfiguration?: { readonly logDriver: string; readonly options: { readonly [option: string]: string } };
}

const TASK_ID = "0123456789abcdef0123456789abcdef";

/** What the start of a task of each definition calls: ECS takes both roles, and its agent uses the execution role. */
export function taskUses(account: Account): readonly Use[] {
  return account.resourcesOf("aws_ecs_task_definition").flatMap((definition) => {
    const { address, body } = definition;
    const execution = account.role(account.roleAt(body.execution_role_arn));
    const by = { kind: "role", address: execution.address } as const;
    const containers: readonly Container[] = JSON.parse(String(body.container_definitions));
    const taken = [body.execution_role_arn, body.task_role_arn].map((arn) => ({
      when: `${address}: a task starts`,
      by: service("ecs-tasks.amazonaws.com"),
      does: "sts:AssumeRole",
      on: account.role(account.roleAt(arn)).arn,
      context: { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": taskArn(account, definition) },
    }));
    const calls = containers.flatMap((container) => [
      ...pulls(container),
      ...logs(account, container),
      ...secrets(container),
    ]);
    return [...taken, ...calls.map((call) => ({ ...call, by, when: `${address}: ${call.when}` }))];
  });
}

function taskArn(account: Account, { name }: Applied): string {
  const service = account.at(`aws_ecs_service.${name}`);
  return `${String(service.body.cluster).replace(":cluster/", ":task/")}/${TASK_ID}`;
}

/** @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html */
function pulls({ image }: Container): readonly Omit<Use, "by">[] {
  const [, owner, region, repository] = /^(\d{12})\.dkr\.ecr\.([^.]+)\.amazonaws\.com\/([^:]+):/.exec(image) ?? [];
  if (repository === undefined) return [];
  const on = `arn:aws:ecr:${region}:${owner}:repository/${repository}`;
  const when = "the image is pulled";
  return [
    { when: "the agent logs in to the registry", does: "ecr:GetAuthorizationToken", on: "*" },
    { when, does: "ecr:BatchCheckLayerAvailability", on },
    { when, does: "ecr:BatchGetImage", on },
    { when, does: "ecr:GetDownloadUrlForLayer", on },
  ];
}

function logs(account: Account, { name, logConfiguration }: Container): readonly Omit<Use, "by">[] {
  if (logConfiguration?.logDriver !== "awslogs") return [];
  const { options } = logConfiguration;
  const group = account
    .resourcesOf("aws_cloudwatch_log_group")
    .find(({ body }) => body.name === options["awslogs-group"]);
  if (group?.arn === undefined) throw new Error(`${name} logs to no group of the stacks`);
  const on = `${group.arn}:log-stream:${options["awslogs-stream-prefix"]}/${name}/${TASK_ID}`;
  return [
    { when: "the log is opened", does: "logs:CreateLogStream", on },
    { when: "the container logs", does: "logs:PutLogEvents", on },
  ];
}

function secrets({ secrets = [] }: Container): readonly Omit<Use, "by">[] {
  return secrets.map(({ valueFrom }) =>
    valueFrom.includes(":secretsmanager:")
      ? {
          when: "a secret is read",
          does: "secretsmanager:GetSecretValue",
          on: valueFrom.split(":").slice(0, 7).join(":"),
        }
      : { when: "a parameter is read", does: "ssm:GetParameters", on: valueFrom },
  );
}
