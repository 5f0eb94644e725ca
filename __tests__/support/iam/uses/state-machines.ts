import type { Account } from "../account";
import { ACCOUNT, type Applied } from "../applied";
import { service } from "../request";
import type { Use } from "./use";

/** What each state machine calls: Step Functions takes its role for the calls of its definition, and to write its log. */
export function stateMachineUses(account: Account): readonly Use[] {
  return account.resourcesOf("aws_sfn_state_machine").flatMap((machine) => {
    const role = account.role(account.roleAt(machine.body.role_arn));
    const by = { kind: "role", address: role.address } as const;
    const context = { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": String(machine.arn) };
    const taken = { by: service("states.amazonaws.com"), does: "sts:AssumeRole", on: role.arn, context };
    return [
      { when: `${machine.address}: an execution starts`, ...taken },
      ...definedCalls(account, machine).map((call) => ({ ...call, by, when: `${machine.address}: it runs` })),
      ...LOG_DELIVERY.map((does) => ({ by, does, on: "*", when: `${machine.address}: it opens its log` })),
      ...triggerUses(account, machine),
    ];
  });
}

/** EventBridge takes the role of the rule's target, and starts the machine. */
function triggerUses(account: Account, machine: Applied): readonly Use[] {
  return account
    .resourcesOf("aws_cloudwatch_event_target")
    .filter(({ body }) => body.arn === machine.arn)
    .flatMap(({ address, body }) => {
      const role = account.role(account.roleAt(body.role_arn));
      const rule = account.resourcesOf("aws_cloudwatch_event_rule").find(({ body: { name } }) => name === body.rule);
      const context = { "aws:SourceAccount": ACCOUNT, "aws:SourceArn": String(rule?.arn) };
      const when = `${address}: its event comes`;
      return [
        { when, by: service("events.amazonaws.com"), does: "sts:AssumeRole", on: role.arn, context },
        { when, by: { kind: "role", address: role.address }, does: "states:StartExecution", on: String(machine.arn) },
      ] as const;
    });
}

type Call = Omit<Use, "by" | "when">;

function definedCalls(account: Account, { address, body }: Applied): readonly Call[] {
  const definition = String(body.definition);
  const resources = new Set(
    [...definition.matchAll(/arn:aws:states:::aws-sdk:(\w+:\w+)/g)].map(([, name = ""]) => name),
  );
  const sdkCalls = sdkCallsOf(account);
  return [...resources].flatMap((resource) => {
    const calls = sdkCalls[resource];
    if (calls === undefined) throw new Error(`${address}: what ${resource} asks of IAM belongs into state-machines.ts`);
    return calls;
  });
}

/** What IAM is asked for each call of an SDK that a definition makes. */
function sdkCallsOf(account: Account): { readonly [resource: string]: readonly Call[] | undefined } {
  const cluster = String(account.at("aws_ecs_cluster.cluster").arn);
  const region = cluster.split(":")[3];
  const context = { "ecs:cluster": cluster };
  const inCluster = (type: string) => `${cluster.replace(":cluster/", `:${type}/`)}/0123456789abcdef0123456789abcdef`;
  const instances = { on: inCluster("container-instance"), context };
  const topic = String(account.at("aws_sns_topic.notifications").arn);
  const encrypted = {
    on: String(account.at("aws_kms_key.key").arn),
    context: { "kms:ViaService": `sns.${region}.amazonaws.com`, "kms:EncryptionContext:aws:sns:topicArn": topic },
  };
  return {
    "ecs:listContainerInstances": [{ does: "ecs:ListContainerInstances", on: cluster }],
    "ecs:describeContainerInstances": [{ does: "ecs:DescribeContainerInstances", ...instances }],
    "ecs:listTasks": [{ does: "ecs:ListTasks", ...instances }],
    "ecs:describeTasks": [{ does: "ecs:DescribeTasks", on: inCluster("task"), context }],
    "ecs:describeServices": account.resourcesOf("aws_ecs_service").map(({ body }) => ({
      does: "ecs:DescribeServices",
      on: `${inCluster("service").replace(/[^/]+$/, "")}${body.name}`,
    })),
    "elasticloadbalancingv2:describeTargetHealth": [{ does: "elasticloadbalancing:DescribeTargetHealth", on: "*" }],
    "elasticloadbalancingv2:deregisterTargets": account
      .resourcesOf("aws_lb_target_group")
      .map(({ arn }) => ({ does: "elasticloadbalancing:DeregisterTargets", on: String(arn) })),
    "sns:publish": [
      { does: "sns:Publish", on: topic },
      { does: "kms:GenerateDataKey", ...encrypted },
      { does: "kms:Decrypt", ...encrypted },
    ],
  };
}

/** @see https://docs.aws.amazon.com/step-functions/latest/dg/cw-logs.html */
const LOG_DELIVERY = [
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery",
  "logs:UpdateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:DescribeResourcePolicies",
  "logs:DescribeLogGroups",
];
