import type { Call } from "./call";

/** Where IAM's name of a service isn't the one that requests are signed for. */
const PREFIXES: { readonly [service: string]: string } = { monitoring: "cloudwatch", email: "ses" };

/**
 * Where IAM's name of an action isn't the operation's: S3's, for the most part.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html
 */
const ACTIONS: { readonly [operation: string]: string } = {
  "s3:CopyObject": "PutObject",
  "s3:CompleteMultipartUpload": "PutObject",
  "s3:CreateMultipartUpload": "PutObject",
  "s3:DeleteBucketCors": "PutBucketCORS",
  "s3:DeleteBucketEncryption": "PutEncryptionConfiguration",
  "s3:DeleteBucketLifecycle": "PutLifecycleConfiguration",
  "s3:DeleteBucketOwnershipControls": "PutBucketOwnershipControls",
  "s3:DeleteBucketReplication": "PutReplicationConfiguration",
  "s3:DeleteBucketTagging": "PutBucketTagging",
  "s3:DeleteObjects": "DeleteObject",
  "s3:DeletePublicAccessBlock": "PutBucketPublicAccessBlock",
  "s3:GetBucketAccelerateConfiguration": "GetAccelerateConfiguration",
  "s3:GetBucketCors": "GetBucketCORS",
  "s3:GetBucketEncryption": "GetEncryptionConfiguration",
  "s3:GetBucketLifecycleConfiguration": "GetLifecycleConfiguration",
  "s3:GetBucketNotificationConfiguration": "GetBucketNotification",
  "s3:GetBucketReplication": "GetReplicationConfiguration",
  "s3:GetObjectLockConfiguration": "GetBucketObjectLockConfiguration",
  "s3:GetPublicAccessBlock": "GetBucketPublicAccessBlock",
  "s3:HeadBucket": "ListBucket",
  "s3:HeadObject": "GetObject",
  "s3:ListBuckets": "ListAllMyBuckets",
  "s3:ListMultipartUploads": "ListBucketMultipartUploads",
  "s3:ListObjectVersions": "ListBucketVersions",
  "s3:ListObjects": "ListBucket",
  "s3:ListObjectsV2": "ListBucket",
  "s3:PutBucketAccelerateConfiguration": "PutAccelerateConfiguration",
  "s3:PutBucketCors": "PutBucketCORS",
  "s3:PutBucketEncryption": "PutEncryptionConfiguration",
  "s3:PutBucketLifecycleConfiguration": "PutLifecycleConfiguration",
  "s3:PutBucketNotificationConfiguration": "PutBucketNotification",
  "s3:PutBucketReplication": "PutReplicationConfiguration",
  "s3:PutPublicAccessBlock": "PutBucketPublicAccessBlock",
  "s3:UploadPart": "PutObject",
};

/** What IAM calls the action of a call: `"cloudwatch:PutMetricAlarm"`. */
export function actionOf({
  service,
  operation,
  parameters,
}: Pick<Call, "service" | "operation" | "parameters">): string {
  const name = ACTIONS[`${service}:${operation}`] ?? operation;
  const isVersion = service === "s3" && parameters.VersionId !== undefined && /^(Get|Delete)Object$/.test(name);
  return `${PREFIXES[service] ?? service}:${name}${isVersion ? "Version" : ""}`;
}
