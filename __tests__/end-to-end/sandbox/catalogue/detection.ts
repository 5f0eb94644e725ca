import {
  DeleteAlarmsCommand,
  DescribeAlarmsCommand,
  PutDashboardCommand,
  PutMetricAlarmCommand,
  type PutMetricAlarmCommandInput,
} from "@aws-sdk/client-cloudwatch";
import { DisableRuleCommand, PutRuleCommand, RemoveTargetsCommand } from "@aws-sdk/client-eventbridge";
import { UpdateStateMachineCommand } from "@aws-sdk/client-sfn";
import { SetTopicAttributesCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import { SetQueueAttributesCommand } from "@aws-sdk/client-sqs";
import { type ChangeByHand, GONE } from "./change";
import type { Clients } from "./clients";

const open = (Resource: string) =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource }],
  });

/** Changes one setting of an alarm. */
async function alter({ cloudWatch }: Clients, name: string, change: Partial<PutMetricAlarmCommandInput>) {
  const { MetricAlarms: [alarm] = [] } = await cloudWatch.send(new DescribeAlarmsCommand({ AlarmNames: [name] }));
  if (alarm === undefined) throw new Error(`no alarm ${name}`);
  const { EvaluationPeriods, ComparisonOperator } = alarm;
  return cloudWatch.send(
    new PutMetricAlarmCommand({ ...alarm, AlarmName: name, EvaluationPeriods, ComparisonOperator, ...change }),
  );
}

export const detection: readonly ChangeByHand[] = [
  {
    id: "alarm-threshold",
    service: "cloudwatch",
    what: "an alarm that rings at a million errors",
    do: (aws, of) => alter(aws, of("aws_cloudwatch_metric_alarm.web_server_errors"), { Threshold: 1_000_000 }),
    address: "aws_cloudwatch_metric_alarm.web_server_errors",
    attribute: "threshold",
  },
  {
    id: "alarm-silenced",
    service: "cloudwatch",
    what: "an alarm silenced",
    do: (aws, of) =>
      alter(aws, of("aws_cloudwatch_metric_alarm.detection_group_at_its_maximum"), { ActionsEnabled: false }),
    address: "aws_cloudwatch_metric_alarm.detection_group_at_its_maximum",
    attribute: "actions_enabled",
  },
  {
    id: "alarm-deleted",
    service: "cloudwatch",
    what: "an alarm deleted",
    do: ({ cloudWatch }, of) =>
      cloudWatch.send(
        new DeleteAlarmsCommand({ AlarmNames: [of("aws_cloudwatch_metric_alarm.detection_state_lock_held")] }),
      ),
    address: "aws_cloudwatch_metric_alarm.detection_state_lock_held",
    attribute: GONE,
  },
  {
    id: "composite-alarm-deleted",
    service: "cloudwatch",
    what: "a composite alarm deleted",
    do: ({ cloudWatch }, of) =>
      cloudWatch.send(
        new DeleteAlarmsCommand({ AlarmNames: [of("aws_cloudwatch_composite_alarm.detection_users_see_errors")] }),
      ),
    address: "aws_cloudwatch_composite_alarm.detection_users_see_errors",
    attribute: GONE,
  },
  {
    id: "dashboard",
    service: "cloudwatch",
    what: "the dashboard rearranged",
    do: ({ cloudWatch }, of) =>
      cloudWatch.send(
        new PutDashboardCommand({
          DashboardName: of("aws_cloudwatch_dashboard.detection_dashboard"),
          DashboardBody: JSON.stringify({ widgets: [] }),
        }),
      ),
    address: "aws_cloudwatch_dashboard.detection_dashboard",
    attribute: "dashboard_body",
  },
  {
    id: "rule-disabled",
    service: "events",
    what: "what wakes the drain guard disabled",
    do: ({ events }, of) =>
      events.send(new DisableRuleCommand({ Name: of("aws_cloudwatch_event_rule.drain_guard_warning", "name") })),
    address: "aws_cloudwatch_event_rule.drain_guard_warning",
    attribute: "state",
  },
  {
    id: "rule-pattern",
    service: "events",
    what: "a rule that matches nothing any more",
    do: ({ events }, of) =>
      events.send(
        new PutRuleCommand({
          Name: of("aws_cloudwatch_event_rule.detection_launch_failed", "name"),
          EventPattern: JSON.stringify({ source: ["nobody"] }),
          State: "ENABLED",
        }),
      ),
    address: "aws_cloudwatch_event_rule.detection_launch_failed",
    attribute: "event_pattern",
  },
  {
    id: "target-removed",
    service: "events",
    what: "nobody told of a failed deployment",
    do: ({ events }, of) =>
      events.send(
        new RemoveTargetsCommand({
          Rule: of("aws_cloudwatch_event_target.detection_deployment_failed_tell", "rule"),
          Ids: [of("aws_cloudwatch_event_target.detection_deployment_failed_tell", "target_id")],
        }),
      ),
    address: "aws_cloudwatch_event_target.detection_deployment_failed_tell",
    attribute: GONE,
  },
  {
    id: "topic-policy",
    service: "sns",
    what: "the topic open to everybody",
    do: ({ sns }, of) =>
      sns.send(
        new SetTopicAttributesCommand({
          TopicArn: of("aws_sns_topic.notifications", "arn"),
          AttributeName: "Policy",
          AttributeValue: open(of("aws_sns_topic.notifications", "arn")),
        }),
      ),
    address: "aws_sns_topic_policy.notifications",
    attribute: "policy",
  },
  {
    id: "topic-unencrypted",
    service: "sns",
    what: "the topic without a key",
    do: ({ sns }, of) =>
      sns.send(
        new SetTopicAttributesCommand({
          TopicArn: of("aws_sns_topic.notifications", "arn"),
          AttributeName: "KmsMasterKeyId",
          AttributeValue: "",
        }),
      ),
    address: "aws_sns_topic.notifications",
    attribute: "kms_master_key_id",
  },
  {
    id: "queue-forgets",
    service: "sqs",
    what: "undelivered events kept for a minute",
    do: ({ sqs }, of) =>
      sqs.send(
        new SetQueueAttributesCommand({
          QueueUrl: of("aws_sqs_queue.undelivered_events", "url"),
          Attributes: { MessageRetentionPeriod: "60" },
        }),
      ),
    address: "aws_sqs_queue.undelivered_events",
    attribute: "message_retention_seconds",
  },
  {
    id: "queue-policy",
    service: "sqs",
    what: "the queue open to everybody",
    do: ({ sqs }, of) =>
      sqs.send(
        new SetQueueAttributesCommand({
          QueueUrl: of("aws_sqs_queue.undelivered_events", "url"),
          Attributes: { Policy: open(of("aws_sqs_queue.undelivered_events", "arn")) },
        }),
      ),
    address: "aws_sqs_queue_policy.undelivered_events",
    attribute: "policy",
  },
  {
    id: "state-machine",
    service: "states",
    what: "the drain guard does nothing any more",
    do: ({ stepFunctions }, of) =>
      stepFunctions.send(
        new UpdateStateMachineCommand({
          stateMachineArn: of("aws_sfn_state_machine.drain_guard", "arn"),
          definition: JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } }),
        }),
      ),
    address: "aws_sfn_state_machine.drain_guard",
    attribute: "definition",
  },
  {
    id: "somebody-listens",
    service: "sns",
    what: "somebody's own subscription to the topic",
    do: ({ sns }, of) =>
      sns.send(
        new SubscribeCommand({
          TopicArn: of("aws_sns_topic.notifications", "arn"),
          Protocol: "sqs",
          Endpoint: of("aws_sqs_queue.undelivered_events", "arn"),
        }),
      ),
    address: "aws_sns_topic.notifications",
    attribute: "subscription",
    unseen: "a subscription is a resource of its own, and a topic has no list of them: Terraform knows only its own",
  },
];
