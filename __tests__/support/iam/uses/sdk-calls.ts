import type { Account } from "../account";
import { ACCOUNT, type Applied } from "../applied";
import type { Use } from "./use";

export type Parameters = { readonly [name: string]: unknown };

interface SdkCall {
  readonly account: Account;
  /** The state machine that makes it. */
  readonly machine: Applied;
  /** Action: `"sns:Publish"`. */
  readonly does: string;
  /** As the definition has them: one that ends in `.$` is known only when it runs. */
  readonly parameters: Parameters;
}

type Asked = Omit<Use, "by" | "when">;

const ID = "0123456789abcdef0123456789abcdef";

/**
 * What IAM is asked when a state machine makes a call: each action with all that it may be about. An action that isn't
 * here is an error: who adds it says what it is about.
 */
export function aboutOf(call: SdkCall): readonly Asked[] {
  const about = ABOUT[call.does];
  if (about === undefined)
    throw new Error(`${call.machine.address}: what is ${call.does} about? sdk-calls.ts must say`);
  return about(call);
}

const onAny = ({ does }: SdkCall): readonly Asked[] => [{ does, on: "*" }];

/** Whatever instances or tasks of the cluster it finds. */
const inCluster =
  (type: string) =>
  ({ account, does }: SdkCall): readonly Asked[] => {
    const cluster = String(account.at("aws_ecs_cluster.cluster").arn);
    return [{ does, on: `${cluster.replace(":cluster/", `:${type}/`)}/${ID}`, context: { "ecs:cluster": cluster } }];
  };

const ABOUT: { readonly [action: string]: (call: SdkCall) => readonly Asked[] } = {
  "autoscaling:DescribeAutoScalingGroups": onAny,
  "autoscaling:DescribeScalingActivities": onAny,
  "autoscaling:UpdateAutoScalingGroup": ({ account, does, parameters }) => {
    const group = account
      .resourcesOf("aws_autoscaling_group")
      .find(({ body }) => body.name === parameters.AutoScalingGroupName);
    return [{ does, on: String(group?.arn) }];
  },
  "cloudwatch:PutMetricData": ({ account, does, parameters }) => [
    {
      does,
      on: `arn:aws:cloudwatch:${regionOf(account)}:${ACCOUNT}:dataset/default`,
      context: { "cloudwatch:namespace": String(parameters.Namespace) },
    },
  ],
  "dynamodb:Scan": ({ account, does, parameters }) => {
    const table = account.resourcesOf("aws_dynamodb_table").find(({ body }) => body.name === parameters.TableName);
    if (table?.arn === undefined) throw new Error(`there is no table ${parameters.TableName}`);
    const { kms_key_arn: key } = table.body.server_side_encryption as { readonly kms_key_arn: string };
    return [
      { does, on: table.arn },
      { does: "kms:Decrypt", on: key, context: { "kms:ViaService": `dynamodb.${regionOf(account)}.amazonaws.com` } },
    ];
  },
  "ecs:DescribeContainerInstances": inCluster("container-instance"),
  "ecs:DescribeServices": ({ account, does }) =>
    account.resourcesOf("aws_ecs_service").map(({ body }) => ({
      does,
      on: `${String(body.cluster).replace(":cluster/", ":service/")}/${body.name}`,
    })),
  "ecs:DescribeTasks": inCluster("task"),
  "ecs:ListContainerInstances": ({ account, does }) => [
    { does, on: String(account.at("aws_ecs_cluster.cluster").arn) },
  ],
  "ecs:ListTasks": inCluster("container-instance"),
  "elasticloadbalancing:DeregisterTargets": ({ account, does }) =>
    account.resourcesOf("aws_lb_target_group").map(({ arn }) => ({ does, on: String(arn) })),
  "elasticloadbalancing:DescribeTargetHealth": onAny,
  "sns:Publish": ({ account, does, parameters }) => {
    const topic = account.resourcesOf("aws_sns_topic").find(({ arn }) => arn === parameters.TopicArn);
    const context = {
      "kms:ViaService": `sns.${regionOf(account)}.amazonaws.com`,
      "kms:EncryptionContext:aws:sns:topicArn": String(topic?.arn),
    };
    const key = String(topic?.body.kms_master_key_id);
    return [
      { does, on: String(topic?.arn) },
      { does: "kms:GenerateDataKey", on: key, context },
      { does: "kms:Decrypt", on: key, context },
    ];
  },
  "states:ListExecutions": ({ machine, does }) => [{ does, on: String(machine.arn) }],
};

const regionOf = (account: Account): string => String(account.at("aws_ecs_cluster.cluster").arn?.split(":")[3]);
