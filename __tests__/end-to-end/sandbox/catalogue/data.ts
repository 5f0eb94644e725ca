import {
  DeleteLogGroupCommand,
  DeleteMetricFilterCommand,
  PutRetentionPolicyCommand,
  TagResourceCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import { DeleteAliasCommand, DisableKeyRotationCommand, PutKeyPolicyCommand } from "@aws-sdk/client-kms";
import {
  DeleteBucketLifecycleCommand,
  DeleteBucketPolicyCommand,
  DeletePublicAccessBlockCommand,
  PutBucketVersioningCommand,
} from "@aws-sdk/client-s3";
import { type ChangeByHand, GONE } from "./change";

const BUCKET = "aws_s3_bucket.access_logs";

export const data: readonly ChangeByHand[] = [
  {
    id: "log-retention",
    service: "logs",
    what: "a service's log kept for a day",
    do: ({ logs }, of) =>
      logs.send(
        new PutRetentionPolicyCommand({ logGroupName: of("aws_cloudwatch_log_group.web"), retentionInDays: 1 }),
      ),
    address: "aws_cloudwatch_log_group.web",
    attribute: "retention_in_days",
  },
  {
    id: "log-tagged",
    service: "logs",
    what: "a tag on a log",
    do: ({ logs }, of) =>
      logs.send(
        new TagResourceCommand({
          resourceArn: of("aws_cloudwatch_log_group.spot_fallback", "arn"),
          tags: { owner: "bob" },
        }),
      ),
    address: "aws_cloudwatch_log_group.spot_fallback",
    attribute: "tags_all",
  },
  {
    id: "log-deleted",
    service: "logs",
    what: "a service's log deleted",
    do: ({ logs }, of) => logs.send(new DeleteLogGroupCommand({ logGroupName: of("aws_cloudwatch_log_group.api") })),
    address: "aws_cloudwatch_log_group.api",
    attribute: GONE,
  },
  {
    id: "metric-filter-deleted",
    service: "logs",
    what: "what counts Spot interruptions deleted",
    do: ({ logs }, of) =>
      logs.send(
        new DeleteMetricFilterCommand({
          logGroupName: of("aws_cloudwatch_log_metric_filter.detection_count_spot_interruptions", "log_group_name"),
          filterName: of("aws_cloudwatch_log_metric_filter.detection_count_spot_interruptions", "name"),
        }),
      ),
    address: "aws_cloudwatch_log_metric_filter.detection_count_spot_interruptions",
    attribute: GONE,
  },
  {
    id: "key-policy",
    service: "kms",
    what: "the key for everybody",
    do: ({ kms }, of) =>
      kms.send(
        new PutKeyPolicyCommand({
          KeyId: of("aws_kms_key.key"),
          PolicyName: "default",
          Policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "kms:*", Resource: "*" }],
          }),
        }),
      ),
    address: "aws_kms_key.key",
    attribute: "policy",
  },
  {
    id: "key-rotation",
    service: "kms",
    what: "the key's rotation off",
    do: ({ kms }, of) => kms.send(new DisableKeyRotationCommand({ KeyId: of("aws_kms_key.key") })),
    address: "aws_kms_key.key",
    attribute: "enable_key_rotation",
  },
  {
    id: "alias-deleted",
    service: "kms",
    what: "the key's alias deleted",
    do: ({ kms }, of) => kms.send(new DeleteAliasCommand({ AliasName: of("aws_kms_alias.key", "name") })),
    address: "aws_kms_alias.key",
    attribute: GONE,
  },
  {
    id: "bucket-policy",
    service: "s3",
    what: "the bucket's policy deleted",
    do: ({ s3 }, of) => s3.send(new DeleteBucketPolicyCommand({ Bucket: of(BUCKET) })),
    address: "aws_s3_bucket_policy.access_logs",
    attribute: GONE,
  },
  {
    id: "bucket-public",
    service: "s3",
    what: "the block of public access lifted",
    do: ({ s3 }, of) => s3.send(new DeletePublicAccessBlockCommand({ Bucket: of(BUCKET) })),
    address: "aws_s3_bucket_public_access_block.access_logs",
    attribute: GONE,
  },
  {
    id: "bucket-versions",
    service: "s3",
    what: "the bucket's versions suspended",
    do: ({ s3 }, of) =>
      s3.send(new PutBucketVersioningCommand({ Bucket: of(BUCKET), VersioningConfiguration: { Status: "Suspended" } })),
    address: "aws_s3_bucket_versioning.access_logs",
    attribute: "versioning_configuration",
  },
  {
    id: "bucket-lifecycle",
    service: "s3",
    what: "the bucket's lifecycle deleted",
    do: ({ s3 }, of) => s3.send(new DeleteBucketLifecycleCommand({ Bucket: of(BUCKET) })),
    address: "aws_s3_bucket_lifecycle_configuration.access_logs",
    attribute: GONE,
  },
];
