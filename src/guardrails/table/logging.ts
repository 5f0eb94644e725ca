import type { Rule } from "../rule";
import { containerInsightsLogGroup } from "../rules/logging/container-insights-log-group";
import { logBucketAdmitsDelivery } from "../rules/logging/log-bucket-admits-delivery";
import { logBucketRetention } from "../rules/logging/log-bucket-retention";
import { logBucketTakesOwnLogs } from "../rules/logging/log-bucket-takes-own-logs";
import { logGroupEncrypted } from "../rules/logging/log-group-encrypted";
import { logGroupRetention } from "../rules/logging/log-group-retention";
import { resourcePoliciesNameGroups } from "../rules/logging/resource-policies-name-groups";
import { writersWaitForTheirPlace } from "../rules/logging/writers-wait-for-their-place";

export const logging: readonly Rule[] = [
  {
    id: "logging/log-group-encrypted",
    severity: "medium",
    title: "Log groups are encrypted under a customer managed key",
    why: "Logs hold what users typed and what failed; under CloudWatch's own key nobody can say, or cut off, who reads them.",
    fix: "Set kms_key_id on the aws_cloudwatch_log_group to a key whose policy admits CloudWatch Logs.",
    references: ["CKV_AWS_158"],
    check: logGroupEncrypted,
  },
  {
    id: "logging/log-group-retention",
    severity: "low",
    title: "Log groups say how long they keep logs, a year at least",
    why: "A break-in is often found after months, when short-lived logs are gone; without a limit, logs cost more every month for ever.",
    fix: "Set retention_in_days on the aws_cloudwatch_log_group, to 365 or more.",
    references: ["CKV_AWS_66", "CKV_AWS_338", "Security Hub CloudWatch.16"],
    check: logGroupRetention,
  },
  {
    id: "logging/container-insights-log-group",
    severity: "low",
    title: "The log group of Container Insights is made by Terraform",
    why: "AWS then makes it by itself: under its own key, and kept for ever.",
    fix: "Add an aws_cloudwatch_log_group named /aws/ecs/containerinsights/CLUSTER/performance, before the cluster.",
    references: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/deploy-container-insights-ECS-cluster.html",
    ],
    check: containerInsightsLogGroup,
  },
  {
    id: "logging/log-bucket-retention",
    severity: "low",
    title: "Buckets of logs say how long they keep logs, a year at least",
    why: "A break-in is often found after months, when short-lived logs are gone; without a limit, logs cost more every month for ever.",
    fix: "Give the bucket's aws_s3_bucket_lifecycle_configuration an enabled rule for the whole bucket with expiration.days of 365 or more.",
    references: ["CKV2_AWS_61", "FSBP S3.13"],
    check: logBucketRetention,
  },
  {
    id: "logging/log-bucket-admits-delivery",
    severity: "medium",
    title: "Buckets of logs let the logs be written",
    why: "S3 drops its logs without a word; a load balancer's can't be turned on at all.",
    fix: "Allow s3:PutObject in the aws_s3_bucket_policy to logging.s3.amazonaws.com, or to logdelivery.elasticloadbalancing.amazonaws.com.",
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"],
    check: logBucketAdmitsDelivery,
  },
  {
    id: "logging/log-bucket-takes-own-logs",
    severity: "low",
    title: "Buckets of logs take logs of one's own account only",
    why: "Anybody who has an account has his logs written among yours: forged entries, at your cost.",
    fix: "Add a condition on aws:SourceAccount or aws:SourceArn to the statement that lets logs be written.",
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-server-access-logging.html"],
    check: logBucketTakesOwnLogs,
  },
  {
    id: "logging/writers-wait-for-their-place",
    severity: "low",
    title: "What writes logs waits until it may, and until there is a place",
    why: "A cluster that starts before its group of Container Insights has ECS make the group, without key and retention, and Terraform then fails on it; flow logs and access logs that may not be written yet are an error, or lost.",
    fix: "Add depends_on: the cluster on its log group of Container Insights, flow logs on their role's policy, a bucket's logging on the policy of the target bucket, a load balancer on that of its log bucket.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"],
    check: writersWaitForTheirPlace,
  },
  {
    id: "logging/resource-policies-name-groups",
    severity: "high",
    title: "Policies for services that write logs name the log groups",
    why: "Such a policy is the whole account's: on *, the service writes to the logs of everybody, or is made to.",
    fix: "Set Resource to the ARN of the group with :* behind it.",
    references: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html"],
    check: resourcePoliciesNameGroups,
  },
];
