import { type Access, type AccessTable, actionsOf, type Grant } from "../grant";

const s3 = actionsOf("s3");
const kms = actionsOf("kms");
const dynamodb = actionsOf("dynamodb");

/** The provider reads every side of a bucket, those that other resources set as well. */
const bucket: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  const objects = resources.map((arn) => `${arn}/*`);
  const emptied = [
    { actions: s3("ListBucketVersions"), resources },
    { actions: s3("DeleteObject", "DeleteObjectVersion"), resources: objects },
  ];
  return {
    read: [
      {
        actions: s3(
          "GetAccelerateConfiguration",
          "GetBucketAcl",
          "GetBucketCORS",
          "GetBucketLocation",
          "GetBucketLogging",
          "GetBucketObjectLockConfiguration",
          "GetBucketPolicy",
          "GetBucketRequestPayment",
          "GetBucketTagging",
          "GetBucketVersioning",
          "GetBucketWebsite",
          "GetEncryptionConfiguration",
          "GetLifecycleConfiguration",
          "GetReplicationConfiguration",
          "ListBucket",
        ),
        resources,
      },
    ],
    create: [{ actions: s3("CreateBucket", "PutBucketTagging"), resources }],
    delete: [{ actions: s3("DeleteBucket"), resources }, ...(resource.body.force_destroy === true ? emptied : [])],
  };
};

/** One side of a bucket: what reads it, what sets it, and what takes it back. */
const side =
  (read: string, put: string, remove = put): Access =>
  ({ body }, scope) => {
    const resources = [`arn:aws:s3:::${scope.text(body.bucket)}`];
    const grant = (action: string): readonly Grant[] => [{ actions: s3(action), resources }];
    return { read: grant(read), create: grant(put), update: grant(put), delete: grant(remove) };
  };

const key: Access = (_, scope) => ({
  read: [scope.ownOnes(kms("DescribeKey", "GetKeyPolicy", "GetKeyRotationStatus", "ListResourceTags"), "kms", "key")],
  create: [
    { actions: kms("CreateKey"), resources: ["*"], condition: scope.making },
    { actions: kms("TagResource"), resources: [scope.arn("kms", "key/*")], condition: scope.claiming },
    scope.ownOnes(kms("EnableKeyRotation", "PutKeyPolicy"), "kms", "key"),
  ],
  update: [scope.ownOnes(kms("TagResource", "UntagResource", "UpdateKeyDescription"), "kms", "key")],
  delete: [scope.ownOnes(kms("ScheduleKeyDeletion"), "kms", "key")],
});

const alias: Access = (resource, scope) => {
  const onBoth = (action: string): readonly Grant[] => [
    { actions: kms(action), resources: [scope.arnOf(resource)] },
    scope.ownOnes(kms(action), "kms", "key"),
  ];
  return {
    read: [scope.reads(kms("ListAliases"))],
    create: onBoth("CreateAlias"),
    update: onBoth("UpdateAlias"),
    delete: onBoth("DeleteAlias"),
  };
};

const table: Access = (resource, scope) => {
  const resources = [scope.arnOf(resource)];
  return {
    read: [
      {
        actions: dynamodb("DescribeContinuousBackups", "DescribeTable", "DescribeTimeToLive", "ListTagsOfResource"),
        resources,
      },
    ],
    create: [{ actions: dynamodb("CreateTable", "TagResource", "UpdateContinuousBackups"), resources }],
    update: [{ actions: dynamodb("UntagResource", "UpdateTable"), resources }],
    delete: [{ actions: dynamodb("DeleteTable"), resources }],
  };
};

export const storage: AccessTable = {
  aws_dynamodb_table: table,
  aws_kms_alias: alias,
  aws_kms_key: key,
  aws_s3_bucket: bucket,
  aws_s3_bucket_lifecycle_configuration: side("GetLifecycleConfiguration", "PutLifecycleConfiguration"),
  aws_s3_bucket_logging: side("GetBucketLogging", "PutBucketLogging"),
  aws_s3_bucket_ownership_controls: side("GetBucketOwnershipControls", "PutBucketOwnershipControls"),
  aws_s3_bucket_policy: side("GetBucketPolicy", "PutBucketPolicy", "DeleteBucketPolicy"),
  aws_s3_bucket_public_access_block: side("GetBucketPublicAccessBlock", "PutBucketPublicAccessBlock"),
  aws_s3_bucket_server_side_encryption_configuration: side("GetEncryptionConfiguration", "PutEncryptionConfiguration"),
  aws_s3_bucket_versioning: side("GetBucketVersioning", "PutBucketVersioning"),
};
