import type { Example } from "../example";

/** A policy that lets another account in. */
const OTHER_ACCOUNT = JSON.stringify({
  Statement: [{ Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "*", Resource: "*" }],
});

/** Buckets, objects, tables, keys, log groups, topics. */
export const storage: readonly Example[] = [
  {
    ids: ["CKV2_AWS_6", "FSBP S3.1", "FSBP S3.8"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_public_access_block.state"),
  },
  {
    ids: ["CKV_AWS_53", "FSBP S3.8"],
    at: "aws_s3_bucket_public_access_block.state",
    edit: (json) => json.set("aws_s3_bucket_public_access_block.state", "block_public_acls", false),
  },
  {
    ids: ["CKV_AWS_54", "FSBP S3.8"],
    at: "aws_s3_bucket_public_access_block.state",
    edit: (json) => json.set("aws_s3_bucket_public_access_block.state", "block_public_policy", false),
  },
  {
    ids: ["CKV_AWS_55", "FSBP S3.8"],
    at: "aws_s3_bucket_public_access_block.state",
    edit: (json) => json.set("aws_s3_bucket_public_access_block.state", "ignore_public_acls", false),
  },
  {
    ids: ["CKV_AWS_56", "FSBP S3.8"],
    at: "aws_s3_bucket_public_access_block.state",
    edit: (json) => json.set("aws_s3_bucket_public_access_block.state", "restrict_public_buckets", false),
  },
  {
    ids: ["CKV_AWS_18", "FSBP S3.9"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_logging.state"),
  },
  {
    ids: ["CKV_AWS_19"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_server_side_encryption_configuration.state"),
  },
  {
    ids: ["CKV_AWS_145", "Security Hub S3.17", "AVD-AWS-0132"],
    at: "aws_s3_bucket_server_side_encryption_configuration.state",
    edit: (json) =>
      json.set(
        "aws_s3_bucket_server_side_encryption_configuration.state",
        "rule.0.apply_server_side_encryption_by_default",
        { sse_algorithm: "AES256" },
      ),
  },
  {
    ids: ["CKV_AWS_145", "Security Hub S3.17", "AVD-AWS-0132"],
    at: "aws_s3_bucket.own",
    edit: (json) => json.add("aws_s3_bucket.own", { bucket: "own" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_186"],
    at: "aws_s3_object.own",
    edit: (json) => json.add("aws_s3_object.own", { bucket: "elsewhere" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_20", "CKV_AWS_379", "FSBP S3.2"],
    at: "aws_s3_bucket_acl.own",
    edit: (json) =>
      json.add(
        "aws_s3_bucket_acl.own",
        { bucket: "${aws_s3_bucket.access_logs.id}", acl: "public-read" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_57", "CKV_AWS_379", "FSBP S3.3"],
    at: "aws_s3_bucket_acl.own",
    edit: (json) =>
      json.add(
        "aws_s3_bucket_acl.own",
        { bucket: "${aws_s3_bucket.access_logs.id}", acl: "public-read-write" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_375"],
    at: "aws_s3_bucket_acl.own",
    edit: (json) =>
      json.add(
        "aws_s3_bucket_acl.own",
        {
          bucket: "${aws_s3_bucket.access_logs.id}",
          access_control_policy: [
            {
              grant: [
                {
                  permission: "FULL_CONTROL",
                  grantee: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AllUsers" }],
                },
              ],
            },
          ],
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV2_AWS_43"],
    at: "aws_s3_bucket_acl.own",
    edit: (json) =>
      json.add(
        "aws_s3_bucket_acl.own",
        {
          bucket: "${aws_s3_bucket.access_logs.id}",
          access_control_policy: [
            {
              grant: [
                {
                  permission: "READ",
                  grantee: [{ type: "Group", uri: "http://acs.amazonaws.com/groups/global/AuthenticatedUsers" }],
                },
              ],
            },
          ],
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV2_AWS_65", "FSBP S3.12"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_ownership_controls.state"),
  },
  {
    ids: ["CKV_AWS_21", "Security Hub S3.14"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_versioning.state"),
  },
  {
    ids: ["CKV2_AWS_61", "FSBP S3.13"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_lifecycle_configuration.state"),
  },
  {
    ids: ["CKV2_AWS_61", "FSBP S3.13"],
    at: "aws_s3_bucket.access_logs",
    edit: (json) => json.remove("aws_s3_bucket_lifecycle_configuration.access_logs"),
  },
  {
    ids: ["CKV_AWS_300"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_lifecycle_configuration.state"),
  },
  {
    ids: ["CKV_AWS_70", "FSBP S3.2"],
    at: "aws_s3_bucket.state",
    edit: (json) =>
      json.set("aws_s3_bucket_policy.state", "policy.Statement.0", {
        Effect: "Allow",
        Principal: "*",
        Action: "s3:GetObject",
        Resource: "${aws_s3_bucket.state.arn}/*",
      }),
  },
  {
    ids: ["CKV_AWS_93"],
    at: "aws_s3_bucket.state",
    edit: (json) =>
      json.set("aws_s3_bucket_policy.state", "policy.Statement.0", {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: "${aws_s3_bucket.state.arn}",
      }),
  },
  {
    ids: ["FSBP S3.5"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_policy.state"),
  },
  {
    ids: ["FSBP S3.6"],
    at: "aws_s3_bucket_policy.state",
    edit: (json) =>
      json.set("aws_s3_bucket_policy.state", "policy.Statement.0", {
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "s3:PutBucketPolicy",
        Resource: "${aws_s3_bucket.state.arn}",
      }),
  },
  {
    ids: ["FSBP S3.6"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.remove("aws_s3_bucket_policy.state"),
  },
  {
    ids: ["AVD-AWS-0320"],
    at: "aws_s3_bucket.state",
    edit: (json) => json.set("aws_s3_bucket.state", "bucket", "State.example.com"),
  },
  {
    ids: ["CKV_AWS_28", "FSBP DynamoDB.2"],
    at: "aws_dynamodb_table.locks",
    edit: (json) => json.unset("aws_dynamodb_table.locks", "point_in_time_recovery"),
  },
  {
    ids: ["CKV_AWS_119"],
    at: "aws_dynamodb_table.locks",
    edit: (json) => json.unset("aws_dynamodb_table.locks", "server_side_encryption"),
  },
  {
    ids: ["CKV2_AWS_16", "FSBP DynamoDB.1"],
    at: "aws_dynamodb_table.locks",
    edit: (json) => json.set("aws_dynamodb_table.locks", "billing_mode", "PROVISIONED"),
  },
  {
    ids: ["FSBP DynamoDB.6"],
    at: "aws_dynamodb_table.locks",
    edit: (json) => json.unset("aws_dynamodb_table.locks", "deletion_protection_enabled"),
  },
  {
    ids: ["Prowler dynamodb_table_cross_account_access"],
    at: "aws_dynamodb_resource_policy.own",
    edit: (json) =>
      json.add(
        "aws_dynamodb_resource_policy.own",
        { resource_arn: "${aws_dynamodb_table.locks.arn}", policy: OTHER_ACCOUNT },
        "aws_dynamodb_table.locks",
      ),
  },
  {
    ids: ["Prowler eventbridge_bus_cross_account_access"],
    at: "aws_cloudwatch_event_bus_policy.own",
    edit: (json) => json.add("aws_cloudwatch_event_bus_policy.own", { policy: OTHER_ACCOUNT }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_385"],
    at: "aws_sns_topic_policy.own",
    edit: (json) => json.add("aws_sns_topic_policy.own", { policy: OTHER_ACCOUNT }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_169", "FSBP SNS.4"],
    at: "aws_sns_topic_policy.own",
    edit: (json) =>
      json.add(
        "aws_sns_topic_policy.own",
        {
          policy: JSON.stringify({
            Statement: [{ Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: "*" }],
          }),
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_7", "Security Hub KMS.4"],
    at: "aws_kms_key.key",
    edit: (json) => json.set("aws_kms_key.key", "enable_key_rotation", false),
  },
  {
    ids: ["CKV_AWS_227"],
    at: "aws_kms_key.key",
    edit: (json) => json.set("aws_kms_key.key", "is_enabled", false),
  },
  {
    ids: ["CKV_AWS_33", "FSBP KMS.5"],
    at: "aws_kms_key.key",
    edit: (json) =>
      json.set("aws_kms_key.key", "policy.Statement.0", {
        Effect: "Allow",
        Principal: "*",
        Action: "kms:Decrypt",
        Resource: "*",
      }),
  },
  {
    ids: ["CKV2_AWS_64"],
    at: "aws_kms_key.key",
    edit: (json) => json.unset("aws_kms_key.key", "policy"),
  },
  {
    ids: ["FSBP KMS.3"],
    at: "aws_kms_key.key",
    edit: (json) => json.set("aws_kms_key.key", "deletion_window_in_days", 7),
  },
  {
    ids: ["CKV_AWS_66"],
    at: "aws_cloudwatch_log_group.web",
    edit: (json) => json.unset("aws_cloudwatch_log_group.web", "retention_in_days"),
  },
  {
    ids: ["CKV_AWS_338", "Security Hub CloudWatch.16"],
    at: "aws_cloudwatch_log_group.web",
    edit: (json) => json.set("aws_cloudwatch_log_group.web", "retention_in_days", 30),
  },
  {
    ids: ["CKV_AWS_158"],
    at: "aws_cloudwatch_log_group.web",
    edit: (json) => json.unset("aws_cloudwatch_log_group.web", "kms_key_id"),
  },
  {
    ids: ["CKV2_AWS_34"],
    at: "aws_ssm_parameter.own",
    edit: (json) =>
      json.add(
        "aws_ssm_parameter.own",
        { name: "/own/database-password", type: "String", value: "${var.password}" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_337"],
    at: "aws_ssm_parameter.own",
    edit: (json) =>
      json.add("aws_ssm_parameter.own", { name: "/own/color", type: "SecureString", value: "blue" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_303", "FSBP SSM.4"],
    at: "aws_ssm_document.own",
    edit: (json) =>
      json.add("aws_ssm_document.own", { permissions: { type: "Share", account_ids: "All" } }, "aws_vpc.network"),
  },
  {
    ids: ["Prowler ssm_document_secrets"],
    at: "aws_ssm_document.own",
    edit: (json) =>
      json.add(
        "aws_ssm_document.own",
        { content: '{"command": "DB_PASSWORD=hunter2-and-more ./run"}' },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["FSBP SSM.6"],
    at: "aws_ssm_service_setting.own",
    edit: (json) =>
      json.add(
        "aws_ssm_service_setting.own",
        { setting_id: "/ssm/automation/customer-script-log-destination", setting_value: "" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["FSBP SSM.7"],
    at: "aws_ssm_service_setting.own",
    edit: (json) =>
      json.add(
        "aws_ssm_service_setting.own",
        { setting_id: "/ssm/documents/console/public-sharing-permission", setting_value: "Enable" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_26", "FSBP SNS.1", "AVD-AWS-0136"],
    at: "aws_sns_topic.own",
    edit: (json) => json.add("aws_sns_topic.own", { name: "own" }, "aws_vpc.network"),
  },
  {
    ids: ["Prowler sns_subscription_not_using_http_endpoints"],
    at: "aws_sns_topic_subscription.own",
    edit: (json) => json.add("aws_sns_topic_subscription.own", { protocol: "http" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_319", "Security Hub CloudWatch.17"],
    at: "aws_cloudwatch_metric_alarm.web_server_errors",
    edit: (json) => json.set("aws_cloudwatch_metric_alarm.web_server_errors", "actions_enabled", false),
  },
  {
    ids: ["Security Hub CloudWatch.15", "Prowler cloudwatch_alarm_actions_alarm_state_configured"],
    at: "aws_cloudwatch_metric_alarm.own",
    edit: (json) => json.add("aws_cloudwatch_metric_alarm.own", { alarm_name: "own" }, "aws_vpc.network"),
  },
  {
    ids: ["Security Hub CloudWatch.15", "Security Hub CloudWatch.17"],
    at: "aws_cloudwatch_metric_alarm.detection_cpu_reserved",
    edit: (json) => json.set("aws_cloudwatch_composite_alarm.detection_capacity_short", "actions_enabled", false),
  },
  {
    ids: ["FSBP ACM.1"],
    at: "aws_acm_certificate.certificate",
    edit: (json) => json.set("aws_cloudwatch_metric_alarm.detection_certificate_near_expiry", "threshold", 1),
  },
  {
    ids: ["Security Hub CloudWatch.4"],
    at: "aws_lb.ingress",
    edit: (json) => json.set("aws_cloudwatch_event_rule.detection_changed_by_hand", "state", "DISABLED"),
  },
];
