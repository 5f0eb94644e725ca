import type { Rule } from "../../rule";
import { alarmsHeard } from "../../rules/detection/alarms-heard";
import { eventKeyUseWithoutSource } from "../../rules/detection/event-key-use-without-source";
import { eventMessagesFilled } from "../../rules/detection/event-messages-filled";
import { eventsKept } from "../../rules/detection/events-kept";
import { logGroupsAdmitEvents } from "../../rules/detection/log-groups-admit-events";
import { metricsPublished } from "../../rules/detection/metrics-published";
import { missingDataStated } from "../../rules/detection/missing-data-stated";
import { ownMetricsMade } from "../../rules/detection/own-metrics-made";
import { topicsAdmitTheirPublishers } from "../../rules/detection/topics-admit-their-publishers";

export const means: readonly Rule[] = [
  {
    id: "detection/alarms-heard",
    severity: "medium",
    title: "Every alarm acts, or is part of a composite alarm that does",
    why: "An alarm that nobody hears is a promise that nobody keeps.",
    fix: "Set alarm_actions on the alarm, or name it in the alarm_rule of a composite alarm that has them and rings for it alone.",
    references: [
      "Security Hub CloudWatch.15",
      "Security Hub CloudWatch.17",
      "Prowler cloudwatch_alarm_actions_alarm_state_configured",
    ],
    check: alarmsHeard,
  },
  {
    id: "detection/missing-data-stated",
    severity: "low",
    title: "Alarms say what missing data means",
    why: "Not stated, an alarm without data keeps silent, whether that is good news or a blind spot.",
    fix: "Set treat_missing_data on the aws_cloudwatch_metric_alarm.",
    references: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html#alarms-and-missing-data",
    ],
    check: missingDataStated,
  },
  {
    id: "detection/metrics-published",
    severity: "high",
    title: "Alarms read metrics that are published, under just these dimensions",
    why: "An alarm on a metric that doesn't exist is valid, costs money and never rings.",
    fix: "Take namespace, name, dimensions, statistic and period from docs/metrics.md or AWS's page on the metric.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Container-Insights-metrics-ECS.html",
    ],
    check: metricsPublished,
  },
  {
    id: "detection/event-messages-filled",
    severity: "low",
    title: "Messages about events name only what they are given",
    why: "A name without a path is mailed as nothing: the sentence loses its subject.",
    fix: "Give each <name> of input_template a path in input_paths of the aws_cloudwatch_event_target.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html"],
    check: eventMessagesFilled,
  },
  {
    id: "detection/events-kept",
    severity: "low",
    title: "Events that are told are kept too",
    why: "A mail is a sentence; whoever looks into it tomorrow needs the event, and EventBridge keeps none.",
    fix: "Add an aws_cloudwatch_event_target to the rule that leads to a log group.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html"],
    check: eventsKept,
  },
  {
    id: "detection/log-groups-admit-events",
    severity: "medium",
    title: "Log groups that events go to let EventBridge write",
    why: "Without a policy EventBridge drops each event, and only a metric of its own says so.",
    fix: "Allow events.amazonaws.com to do logs:CreateLogStream and logs:PutLogEvents in an aws_cloudwatch_log_resource_policy.",
    references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html"],
    check: logGroupsAdmitEvents,
  },
  {
    id: "detection/topics-admit-their-publishers",
    severity: "high",
    title: "Topics, and their keys, let those publish who are meant to",
    why: "An alarm or a rule that may not publish, or not encrypt, tells nobody, and shows no error where anybody looks.",
    fix: "Allow sns:Publish in the topic's policy, and kms:Decrypt and kms:GenerateDataKey in its key's, to cloudwatch.amazonaws.com and events.amazonaws.com.",
    references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"],
    check: topicsAdmitTheirPublishers,
  },
  {
    id: "detection/event-key-use-without-source",
    severity: "high",
    title: "Topics' keys ask EventBridge for no source",
    why: "SNS supports no aws:SourceAccount or aws:SourceArn for what EventBridge publishes to an encrypted topic: every event is lost.",
    fix: "Condition the key's statement for events.amazonaws.com on kms:EncryptionContext:aws:sns:topicArn instead; the topic's policy says which rules publish.",
    references: ["https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html"],
    check: eventKeyUseWithoutSource,
  },
  {
    id: "detection/own-metrics-made",
    severity: "medium",
    title: "Metrics of one's own that alarms and charts read are made, and as often as they are read",
    why: "A metric that no filter counts any more stays empty: its alarm never rings, and its chart shows that all is well.",
    fix: "Add the aws_cloudwatch_log_metric_filter, with a value other than 0, and read it by the minute at the finest.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html"],
    check: ownMetricsMade,
  },
];
