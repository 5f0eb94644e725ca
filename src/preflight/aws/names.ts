import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from "@aws-sdk/client-auto-scaling";
import {
  type AlarmType,
  CloudWatchClient,
  ListDashboardsCommand,
  paginateDescribeAlarms,
} from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DescribeLaunchTemplatesCommand, EC2Client } from "@aws-sdk/client-ec2";
import { DescribeCapacityProvidersCommand, DescribeClustersCommand, ECSClient } from "@aws-sdk/client-ecs";
import {
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  ElasticLoadBalancingV2Client,
} from "@aws-sdk/client-elastic-load-balancing-v2";
import { EventBridgeClient, ListRulesCommand, type Rule } from "@aws-sdk/client-eventbridge";
import { GetInstanceProfileCommand, GetRoleCommand, IAMClient, paginateListPolicies } from "@aws-sdk/client-iam";
import { KMSClient, paginateListAliases } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { paginateListStateMachines, SFNClient } from "@aws-sdk/client-sfn";
import { paginateListTopics, SNSClient } from "@aws-sdk/client-sns";
import { GetQueueUrlCommand, SQSClient } from "@aws-sdk/client-sqs";
import { ListWebACLsCommand, WAFV2Client } from "@aws-sdk/client-wafv2";
import { allOf, once, unlessMissing } from "../../aws/answers";
import type { Connection } from "../../aws/connection";
import type { Account } from "../account";
import { bucketStatus } from "./state";

type Lookup = (name: string) => Promise<boolean>;

/** Who has a name already, by Terraform's type. */
export function names(connection: Connection): Account["isTaken"] {
  const lookups = lookupsOf(connection);
  return (type, name) => lookups[type]?.(name);
}

const some = (list: readonly unknown[] | undefined): boolean => (list ?? []).length > 0;
const found = async (answer: Promise<unknown>, ...notFound: readonly string[]): Promise<boolean> =>
  (await unlessMissing(answer, ...notFound)) !== undefined;

function lookupsOf(connection: Connection): { readonly [type: string]: Lookup } {
  const groups = new AutoScalingClient(connection);
  const cloudWatch = new CloudWatchClient(connection);
  const logs = new CloudWatchLogsClient(connection);
  const ec2 = new EC2Client(connection);
  const ecs = new ECSClient(connection);
  const balancers = new ElasticLoadBalancingV2Client(connection);
  const iam = new IAMClient(connection);
  const s3 = new S3Client({ ...connection, forcePathStyle: connection.endpoint !== undefined });
  return {
    ...listed(connection),
    aws_autoscaling_group: async (name) =>
      some(
        (await groups.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [name] }))).AutoScalingGroups,
      ),
    aws_cloudwatch_dashboard: async (name) => {
      const { DashboardEntries = [] } = await cloudWatch.send(new ListDashboardsCommand({ DashboardNamePrefix: name }));
      return DashboardEntries.some(({ DashboardName }) => DashboardName === name);
    },
    aws_cloudwatch_log_group: async (name) => {
      const { logGroups = [] } = await logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name }));
      return logGroups.some(({ logGroupName }) => logGroupName === name);
    },
    aws_dynamodb_table: (TableName) =>
      found(new DynamoDBClient(connection).send(new DescribeTableCommand({ TableName })), "ResourceNotFoundException"),
    aws_ecs_capacity_provider: async (name) => {
      const { capacityProviders = [] } = await ecs.send(
        new DescribeCapacityProvidersCommand({ capacityProviders: [name] }),
      );
      return capacityProviders.some(({ status }) => status !== "INACTIVE");
    },
    aws_ecs_cluster: async (name) => {
      const { clusters = [] } = await ecs.send(new DescribeClustersCommand({ clusters: [name] }));
      return clusters.some(({ status }) => status !== "INACTIVE");
    },
    aws_iam_instance_profile: (InstanceProfileName) =>
      found(iam.send(new GetInstanceProfileCommand({ InstanceProfileName })), "NoSuchEntityException"),
    aws_iam_role: (RoleName) => found(iam.send(new GetRoleCommand({ RoleName })), "NoSuchEntityException"),
    aws_launch_template: async (name) => {
      const asked = new DescribeLaunchTemplatesCommand({ Filters: [{ Name: "launch-template-name", Values: [name] }] });
      return some((await ec2.send(asked)).LaunchTemplates);
    },
    aws_lb: (name) =>
      found(balancers.send(new DescribeLoadBalancersCommand({ Names: [name] })), "LoadBalancerNotFoundException"),
    aws_lb_target_group: (name) =>
      found(balancers.send(new DescribeTargetGroupsCommand({ Names: [name] })), "TargetGroupNotFoundException"),
    aws_s3_bucket: async (name) => (await bucketStatus(s3, name)) !== "absent",
    aws_sqs_queue: (QueueName) =>
      found(
        new SQSClient(connection).send(new GetQueueUrlCommand({ QueueName })),
        "QueueDoesNotExist",
        "AWS.SimpleQueueService.NonExistentQueue",
      ),
  };
}

/** What can only be listed, once each. */
function listed(connection: Connection): { readonly [type: string]: Lookup } {
  const cloudWatch = new CloudWatchClient(connection);
  const alarms = once(async () => {
    const types: AlarmType[] = ["MetricAlarm", "CompositeAlarm"];
    const pages = paginateDescribeAlarms({ client: cloudWatch }, { AlarmTypes: types });
    return allOf(pages, ({ MetricAlarms = [], CompositeAlarms = [] }) => [...MetricAlarms, ...CompositeAlarms]);
  });
  const hasAlarm: Lookup = async (name) => (await alarms()).some(({ AlarmName }) => AlarmName === name);
  const rules = once(() => rulesOf(new EventBridgeClient(connection)));
  const policies = once(async () =>
    allOf(paginateListPolicies({ client: new IAMClient(connection) }, { Scope: "Local" }), (page) => page.Policies),
  );
  const aliases = once(async () =>
    allOf(paginateListAliases({ client: new KMSClient(connection) }, {}), (page) => page.Aliases),
  );
  const machines = once(async () =>
    allOf(paginateListStateMachines({ client: new SFNClient(connection) }, {}), (page) => page.stateMachines),
  );
  const topics = once(async () =>
    allOf(paginateListTopics({ client: new SNSClient(connection) }, {}), (page) => page.Topics),
  );
  const webAcls = once(async () => {
    const answer = await new WAFV2Client(connection).send(new ListWebACLsCommand({ Scope: "REGIONAL", Limit: 100 }));
    return answer.WebACLs ?? [];
  });
  return {
    aws_cloudwatch_composite_alarm: hasAlarm,
    aws_cloudwatch_event_rule: async (name) => (await rules()).some(({ Name }) => Name === name),
    aws_cloudwatch_metric_alarm: hasAlarm,
    aws_iam_policy: async (name) => (await policies()).some(({ PolicyName }) => PolicyName === name),
    aws_kms_alias: async (name) => (await aliases()).some(({ AliasName }) => AliasName === name),
    aws_sfn_state_machine: async (name) => (await machines()).some((machine) => machine.name === name),
    aws_sns_topic: async (name) => (await topics()).some(({ TopicArn = "" }) => TopicArn.endsWith(`:${name}`)),
    aws_wafv2_web_acl: async (name) => (await webAcls()).some(({ Name }) => Name === name),
  };
}

/** EventBridge's client has no paginator of its own. */
async function rulesOf(client: EventBridgeClient): Promise<readonly Rule[]> {
  const rules: Rule[] = [];
  let token: string | undefined;
  do {
    const { Rules = [], NextToken } = await client.send(new ListRulesCommand({ NextToken: token }));
    rules.push(...Rules);
    token = NextToken;
  } while (token !== undefined);
  return rules;
}
