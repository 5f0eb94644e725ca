import type { Rule } from "../rule";
import { backendHasBothLocks } from "../rules/storage/backend-has-both-locks";
import { backendRemote } from "../rules/storage/backend-remote";
import { backendUnderOwnKey } from "../rules/storage/backend-under-own-key";
import { bucketAbortsMultipartUploads } from "../rules/storage/bucket-aborts-multipart-uploads";
import { bucketAccessLogged } from "../rules/storage/bucket-access-logged";
import { bucketAclsPrivate } from "../rules/storage/bucket-acls-private";
import { bucketEncrypted } from "../rules/storage/bucket-encrypted";
import { bucketKeepsNoncurrentVersions } from "../rules/storage/bucket-keeps-noncurrent-versions";
import { bucketKey } from "../rules/storage/bucket-key";
import { bucketNameDns } from "../rules/storage/bucket-name-dns";
import { bucketOwnerEnforced } from "../rules/storage/bucket-owner-enforced";
import { bucketPolicyLocksNobodyOut } from "../rules/storage/bucket-policy-locks-nobody-out";
import { bucketPolicyNamesActions } from "../rules/storage/bucket-policy-names-actions";
import { bucketPolicyNamesItsBucket } from "../rules/storage/bucket-policy-names-its-bucket";
import { bucketPolicyNotPublic } from "../rules/storage/bucket-policy-not-public";
import { bucketPublicAccessBlocked } from "../rules/storage/bucket-public-access-blocked";
import { bucketTlsOnly } from "../rules/storage/bucket-tls-only";
import { bucketUnderOwnKey } from "../rules/storage/bucket-under-own-key";
import { bucketVersioned } from "../rules/storage/bucket-versioned";
import { forceDestroyOff } from "../rules/storage/force-destroy-off";
import { lifecycleScopeStated } from "../rules/storage/lifecycle-scope-stated";
import { lifecyclesWaitForVersioning } from "../rules/storage/lifecycles-wait-for-versioning";
import { lockTableKeyed } from "../rules/storage/lock-table-keyed";
import { objectsUnderOwnKey } from "../rules/storage/objects-under-own-key";
import { stateBucketDeniesOtherAccounts } from "../rules/storage/state-bucket-denies-other-accounts";
import { stateBucketDeniesWrongKey } from "../rules/storage/state-bucket-denies-wrong-key";
import { stateBucketUnderOwnKey } from "../rules/storage/state-bucket-under-own-key";
import { stateHasLockTable } from "../rules/storage/state-has-lock-table";
import { stateNeverExpires } from "../rules/storage/state-never-expires";
import { stateVersionsKept } from "../rules/storage/state-versions-kept";
import { tableDeletionProtection } from "../rules/storage/table-deletion-protection";
import { tablePointInTimeRecovery } from "../rules/storage/table-point-in-time-recovery";
import { tableScales } from "../rules/storage/table-scales";
import { tableUnderOwnKey } from "../rules/storage/table-under-own-key";
import { volumesGoWithInstances } from "../rules/storage/volumes-go-with-instances";
import { volumesGp3 } from "../rules/storage/volumes-gp3";

export const storage: readonly Rule[] = [
  {
    id: "storage/bucket-versioned",
    severity: "high",
    title: "Buckets keep the versions of their objects",
    why: "One wrong overwrite or deletion, by a person or a script, is final.",
    fix: 'Add an aws_s3_bucket_versioning for the bucket with versioning_configuration.status = "Enabled".',
    references: ["CKV_AWS_21", "Security Hub S3.14"],
    check: bucketVersioned,
  },
  {
    id: "storage/bucket-name-dns",
    severity: "low",
    title: "Names of buckets are DNS names without dots",
    why: "A dot in the name breaks S3's certificate: clients then turn TLS's check off, or don't connect.",
    fix: "Use lower case letters, digits and hyphens in bucket.",
    references: ["AVD-AWS-0320"],
    check: bucketNameDns,
  },
  {
    id: "storage/bucket-keeps-noncurrent-versions",
    severity: "medium",
    title: "Versioned buckets keep old versions for 30 days at least, and not for ever",
    why: "A damaged object is often noticed after days: the good version must still be there. Without an end, each version is paid for for ever.",
    fix: "Give the bucket's aws_s3_bucket_lifecycle_configuration an enabled rule for the whole bucket with noncurrent_version_expiration.noncurrent_days of 30 or more.",
    references: ["CKV2_AWS_61", "FSBP S3.13"],
    check: bucketKeepsNoncurrentVersions,
  },
  {
    id: "storage/bucket-aborts-multipart-uploads",
    severity: "low",
    title: "Buckets drop uploads that were never completed",
    why: "Parts of broken uploads are listed nowhere, and paid for every month.",
    fix: "Give the bucket's aws_s3_bucket_lifecycle_configuration an enabled rule for the whole bucket with abort_incomplete_multipart_upload.days_after_initiation of 30 or less.",
    references: ["CKV_AWS_300"],
    check: bucketAbortsMultipartUploads,
  },
  {
    id: "storage/bucket-encrypted",
    severity: "medium",
    title: "Buckets say how their objects are encrypted",
    why: "What isn't said isn't kept: a default that was changed by hand shows in no plan.",
    fix: "Add an aws_s3_bucket_server_side_encryption_configuration for the bucket with a default sse_algorithm.",
    references: ["CKV_AWS_19"],
    check: bucketEncrypted,
  },
  {
    id: "storage/bucket-under-own-key",
    severity: "medium",
    title: "Buckets that aren't of logs encrypt under a customer managed key",
    why: "Under S3's own key, whoever may read the bucket reads it all, and nobody can cut him off.",
    fix: 'Set sse_algorithm = "aws:kms" and kms_master_key_id in the aws_s3_bucket_server_side_encryption_configuration of the bucket.',
    references: ["CKV_AWS_145", "Security Hub S3.17", "AVD-AWS-0132"],
    check: bucketUnderOwnKey,
  },
  {
    id: "storage/objects-under-own-key",
    severity: "medium",
    title: "Objects that Terraform writes are under a customer managed key",
    why: "Under S3's own key, whoever may read the bucket reads them, and nobody can cut him off.",
    fix: "Set kms_key_id on the aws_s3_object, or give its bucket such a key by default.",
    references: ["CKV_AWS_186"],
    check: objectsUnderOwnKey,
  },
  {
    id: "storage/bucket-key",
    severity: "low",
    title: "Buckets under a KMS key use a bucket key",
    why: "Without it, each read and write of an object is a call to KMS, which costs, and is throttled just when everything is read at once.",
    fix: "Set bucket_key_enabled = true in the rule of the aws_s3_bucket_server_side_encryption_configuration.",
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html"],
    check: bucketKey,
  },
  {
    id: "storage/bucket-public-access-blocked",
    severity: "high",
    title: "Buckets block public access, by each of the four switches",
    why: "One ACL or policy that is too wide, set by anybody at any time, puts logs or the state on the internet.",
    fix: "Add an aws_s3_bucket_public_access_block for the bucket with all four attributes true.",
    references: ["CKV2_AWS_6", "CKV_AWS_53", "CKV_AWS_54", "CKV_AWS_55", "CKV_AWS_56", "FSBP S3.1", "FSBP S3.8"],
    check: bucketPublicAccessBlocked,
  },
  {
    id: "storage/bucket-owner-enforced",
    severity: "medium",
    title: "Buckets know no ACLs: all objects are their owner's",
    why: "With ACLs, an object that another account wrote is that account's: you may be unable to read or delete it, and one ACL can publish it.",
    fix: 'Add an aws_s3_bucket_ownership_controls for the bucket with object_ownership = "BucketOwnerEnforced".',
    references: ["CKV2_AWS_65", "FSBP S3.12"],
    check: bucketOwnerEnforced,
  },
  {
    id: "storage/bucket-acls-private",
    severity: "high",
    title: "ACLs of buckets and objects are for named accounts only",
    why: "One ACL for all users, or for all that have an AWS account, publishes what is there.",
    fix: 'Remove the ACL, and set object_ownership = "BucketOwnerEnforced" in the aws_s3_bucket_ownership_controls.',
    references: ["CKV_AWS_20", "CKV_AWS_57", "CKV_AWS_375", "CKV2_AWS_43", "CKV_AWS_379", "FSBP S3.2", "FSBP S3.3"],
    check: bucketAclsPrivate,
  },
  {
    id: "storage/bucket-tls-only",
    severity: "medium",
    title: "Bucket policies deny plain HTTP",
    why: "A client with a wrong endpoint sends logs, or the state with its secrets, in the clear, and it works.",
    fix: 'Deny s3:* to "*" on the bucket and its objects in the aws_s3_bucket_policy where aws:SecureTransport is "false".',
    references: ["FSBP S3.5"],
    check: bucketTlsOnly,
  },
  {
    id: "storage/bucket-policy-not-public",
    severity: "high",
    title: "Bucket policies let in nobody of any account",
    why: "The block of public access is one switch of the account away from being off: then everybody reads what is there.",
    fix: "Name accounts, roles or services as the Principal of each Allow, or put a condition on aws:PrincipalAccount or aws:PrincipalOrgID.",
    references: ["CKV_AWS_70", "FSBP S3.2"],
    check: bucketPolicyNotPublic,
  },
  {
    id: "storage/bucket-policy-locks-nobody-out",
    severity: "high",
    title: "Bucket policies deny nobody's changing them without a condition",
    why: "Such a policy can be changed by the root user of the account only, and Terraform's next apply fails.",
    fix: "Give the Deny a condition, or leave s3:PutBucketPolicy out of its actions.",
    references: ["CKV_AWS_93"],
    check: bucketPolicyLocksNobodyOut,
  },
  {
    id: "storage/bucket-access-logged",
    severity: "medium",
    title: "Buckets log who reached them, in another bucket",
    why: "After a leak nobody can say who read the objects.",
    fix: "Add an aws_s3_bucket_logging for the bucket whose target_bucket is a bucket of logs.",
    references: ["CKV_AWS_18", "FSBP S3.9"],
    check: bucketAccessLogged,
  },
  {
    id: "storage/force-destroy-off",
    severity: "high",
    title: "Buckets and zones that aren't empty can't be destroyed",
    why: "With it, one destroy, or a replacement that nobody noticed in the plan, takes every object and version with it.",
    fix: "Set force_destroy = false, or leave it out.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket#force_destroy"],
    check: forceDestroyOff,
  },
  {
    id: "storage/state-bucket-under-own-key",
    severity: "high",
    title: "The bucket of the state encrypts under a customer managed key",
    why: "The state holds passwords in the clear. Under S3's own key, whoever may read the bucket reads them, and nobody can cut him off.",
    fix: 'Set sse_algorithm = "aws:kms" and kms_master_key_id in the aws_s3_bucket_server_side_encryption_configuration of the bucket.',
    references: ["CKV_AWS_145", "Security Hub S3.17", "AVD-AWS-0132"],
    check: stateBucketUnderOwnKey,
  },
  {
    id: "storage/state-never-expires",
    severity: "high",
    title: "A state never expires",
    why: "The day that the rule comes to the newest version, Terraform knows of nothing that runs, and the next apply makes it all again.",
    fix: "Remove expiration from the lifecycle rules of the state's bucket; noncurrent_version_expiration keeps it small.",
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html"],
    check: stateNeverExpires,
  },
  {
    id: "storage/state-bucket-denies-wrong-key",
    severity: "medium",
    title: "The bucket of the state refuses a state under another key",
    why: "A backend with encrypt but without kms_key_id writes the state under S3's own key, past the bucket's default, and nobody notices.",
    fix: "Deny s3:PutObject in the aws_s3_bucket_policy where s3:x-amz-server-side-encryption isn't aws:kms, where s3:x-amz-server-side-encryption-aws-kms-key-id isn't the key, and where s3:x-amz-server-side-encryption-customer-algorithm is given.",
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html#require-sse-kms"],
    check: stateBucketDeniesWrongKey,
  },
  {
    id: "storage/state-bucket-denies-other-accounts",
    severity: "medium",
    title: "The bucket of the state denies other accounts",
    why: "One grant too many, in this policy or a later one, and another account reads every secret of the state.",
    fix: `Deny s3:* to "*" on the bucket and its objects in the aws_s3_bucket_policy where aws:PrincipalAccount isn't the account.`,
    references: ["FSBP S3.6"],
    check: stateBucketDeniesOtherAccounts,
  },
  {
    id: "storage/state-has-lock-table",
    severity: "high",
    title: "The bucket of the state has a lock table beside it",
    why: "Two applies at once overwrite each other's state; what one of them made is then known to nobody.",
    fix: 'Add an aws_dynamodb_table with hash_key = "LockID", and name it in the backend beside use_lockfile.',
    references: ["https://developer.hashicorp.com/terraform/language/backend/s3#state-locking"],
    check: stateHasLockTable,
  },
  {
    id: "storage/table-point-in-time-recovery",
    severity: "medium",
    title: "Tables can be restored to any point of the last days",
    why: "A table that was emptied or overwritten by mistake is gone.",
    fix: "Set point_in_time_recovery.enabled = true on the aws_dynamodb_table.",
    references: ["CKV_AWS_28", "FSBP DynamoDB.2"],
    check: tablePointInTimeRecovery,
  },
  {
    id: "storage/table-under-own-key",
    severity: "medium",
    title: "Tables are encrypted under a customer managed key",
    why: "Under AWS's key, nobody can say, or cut off, who reads the table.",
    fix: "Set server_side_encryption with enabled = true and kms_key_arn on the aws_dynamodb_table.",
    references: ["CKV_AWS_119"],
    check: tableUnderOwnKey,
  },
  {
    id: "storage/table-deletion-protection",
    severity: "high",
    title: "Tables can't be deleted while they are in use",
    why: "prevent_destroy stops Terraform alone: a console, a script or another tool still deletes the table, and with it the locks.",
    fix: "Set deletion_protection_enabled = true on the aws_dynamodb_table.",
    references: ["FSBP DynamoDB.6"],
    check: tableDeletionProtection,
  },
  {
    id: "storage/table-scales",
    severity: "medium",
    title: "Tables are paid by request, or scale their capacity",
    why: "A table of fixed capacity refuses what is beyond it: a lock that can't be taken stops an apply, or its end.",
    fix: 'Set billing_mode = "PAY_PER_REQUEST" on the aws_dynamodb_table, or add an aws_appautoscaling_target for it.',
    references: ["CKV2_AWS_16", "FSBP DynamoDB.1"],
    check: tableScales,
  },
  {
    id: "storage/backend-remote",
    severity: "high",
    title: "The state of what is real isn't a file on one machine",
    why: "A lost laptop is a lost state: Terraform then knows of nothing that runs, and the next apply makes it all again.",
    fix: "Configure the S3 backend, and move the state over by terraform init -migrate-state.",
    references: ["https://developer.hashicorp.com/terraform/language/backend"],
    onlyIn: "configuration",
    check: backendRemote,
  },
  {
    id: "storage/backend-has-both-locks",
    severity: "high",
    title: "The S3 backend locks the state by its lock file and by its table",
    why: "Clients older than Terraform 1.10 know only the table, newer ones may be set to the lock file alone: with one lock, the two don't see each other.",
    fix: "Set use_lockfile = true and dynamodb_table in the S3 backend.",
    references: ["https://developer.hashicorp.com/terraform/language/backend/s3#state-locking"],
    onlyIn: "configuration",
    check: backendHasBothLocks,
  },
  {
    id: "storage/backend-under-own-key",
    severity: "high",
    title: "The S3 backend encrypts the state under a customer managed key",
    why: "encrypt alone asks for S3's own key, whatever the bucket's default is: the state isn't under your key, and nothing says so.",
    fix: "Set encrypt = true and kms_key_id in the S3 backend.",
    references: ["https://developer.hashicorp.com/terraform/language/backend/s3#encrypt"],
    onlyIn: "configuration",
    check: backendUnderOwnKey,
  },
  {
    id: "storage/volumes-gp3",
    severity: "low",
    title: "Instances' volumes are of the type gp3",
    why: "gp2's speed grows with its size: a small root volume runs out of credits just when images are pulled, and scaling out takes minutes more.",
    fix: `Set volume_type = "gp3" in each ebs block of the launch template's block_device_mappings.`,
    references: ["https://docs.aws.amazon.com/ebs/latest/userguide/general-purpose.html"],
    check: volumesGp3,
  },
  {
    id: "storage/volumes-go-with-instances",
    severity: "low",
    title: "Instances' volumes go with them",
    why: "Each instance that ends leaves its volume behind: paid for every month, with all that tasks wrote on it.",
    fix: "Set delete_on_termination = true in each ebs block of the launch template's block_device_mappings, or leave it out.",
    references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/preserving-volumes-on-termination.html"],
    check: volumesGoWithInstances,
  },
  {
    id: "storage/bucket-policy-names-its-bucket",
    severity: "medium",
    title: "Bucket policies are about their bucket",
    why: "A policy whose resource is * or another bucket is refused by S3, or says something else than it seems to.",
    fix: "Name the bucket's ARN, and that with /* for its objects.",
    references: [
      "https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-bucket-user-policy-specifying-principal-intro.html",
    ],
    check: bucketPolicyNamesItsBucket,
  },
  {
    id: "storage/bucket-policy-names-actions",
    severity: "medium",
    title: "Bucket policies name actions, and deny by headers what has them",
    why: "A service that may s3:Put* may also put another policy on the bucket; a denial by the headers of an upload makes no sense for other requests.",
    fix: "Allow s3:PutObject, or what else is needed, by name; deny s3:PutObject where the condition is on an s3:x-amz- header.",
    references: ["https://docs.aws.amazon.com/AmazonS3/latest/userguide/amazon-s3-policy-keys.html"],
    check: bucketPolicyNamesActions,
  },
  {
    id: "storage/lifecycles-wait-for-versioning",
    severity: "low",
    title: "Lifecycles wait for the versioning of their bucket",
    why: "S3 drops the rules about noncurrent versions that come before there are versions, and Terraform shows the difference on the next plan.",
    fix: "Add depends_on = [aws_s3_bucket_versioning…] to aws_s3_bucket_lifecycle_configuration.",
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration",
    ],
    check: lifecyclesWaitForVersioning,
  },
  {
    id: "storage/lifecycle-scope-stated",
    severity: "low",
    title: "Lifecycle rules say what they are about",
    why: "Without filter or prefix the provider warns today and refuses in a future version; until then nobody sees whether the whole bucket was meant.",
    fix: 'Add a filter block; with prefix = "" it is about the whole bucket.',
    references: [
      "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration",
    ],
    check: lifecycleScopeStated,
  },
  {
    id: "storage/state-versions-kept",
    severity: "medium",
    title: "Versions of the state are kept for ninety days, a hundred at least",
    why: "A state that was corrupted is often found when somebody next changes that part. What has expired by then is gone, and every resource has to be imported again.",
    fix: "Set noncurrent_days = 90 or more and newer_noncurrent_versions = 100 or more in noncurrent_version_expiration.",
    references: ["https://developer.hashicorp.com/terraform/language/backend/s3"],
    check: stateVersionsKept,
  },
  {
    id: "storage/lock-table-keyed",
    severity: "high",
    title: "Lock tables have a key that Terraform can lock by",
    why: "Terraform writes an item whose LockID is a text. A table without that attribute DynamoDB refuses; with another type no lock is ever taken.",
    fix: 'Add attribute { name = "LockID", type = "S" } to the table.',
    references: ["https://developer.hashicorp.com/terraform/language/backend/s3"],
    check: lockTableKeyed,
  },
];
