import type { Rule } from "../rule";
import { alarmsAct } from "../rules/notification/alarms-act";
import { plainHttpDenied } from "../rules/notification/plain-http-denied";
import { subscriptionsEncryptedOnTheWay } from "../rules/notification/subscriptions-encrypted-on-the-way";
import { topicsUnderOwnKey } from "../rules/notification/topics-under-own-key";

export const notification: readonly Rule[] = [
  {
    id: "notification/topics-under-own-key",
    severity: "medium",
    title: "Topics are encrypted under a customer managed key",
    why: "Under AWS's own key for topics, alarms and rules can't publish, and without a key what they say lies in the clear.",
    fix: "Set kms_master_key_id on the aws_sns_topic, and let cloudwatch.amazonaws.com and events.amazonaws.com use the key.",
    references: ["CKV_AWS_26", "FSBP SNS.1", "AVD-AWS-0136"],
    check: topicsUnderOwnKey,
  },
  {
    id: "notification/subscriptions-encrypted-on-the-way",
    severity: "medium",
    title: "Subscriptions to topics don't go over plain HTTP",
    why: "What is wrong with the platform, and where, is read on the way, and can be changed.",
    fix: 'Set protocol = "https", or another than "http".',
    references: ["Prowler sns_subscription_not_using_http_endpoints"],
    check: subscriptionsEncryptedOnTheWay,
  },
  {
    id: "notification/alarms-act",
    severity: "high",
    title: "The actions of alarms are on",
    why: "An alarm that nobody hears of changes its color, and the outage is found by users.",
    fix: "Set actions_enabled = true on the alarm, or leave it out.",
    references: ["CKV_AWS_319", "Security Hub CloudWatch.17"],
    check: alarmsAct,
  },
  {
    id: "notification/plain-http-denied",
    severity: "medium",
    title: "Topics and queues refuse plain HTTP",
    why: "What is told is read on the way, and can be changed; without a Deny, whoever may publish may do so in the clear.",
    fix: "Deny everybody, in the policy of the topic or queue, where aws:SecureTransport is false.",
    references: [
      "https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html#enforce-encryption-data-in-transit",
    ],
    check: plainHttpDenied,
  },
];
