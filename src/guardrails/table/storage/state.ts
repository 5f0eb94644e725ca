import type { Rule } from "../../rule";
import { backendHasBothLocks } from "../../rules/storage/backend-has-both-locks";
import { backendRemote } from "../../rules/storage/backend-remote";
import { backendUnderOwnKey } from "../../rules/storage/backend-under-own-key";
import { lockTableKeyed } from "../../rules/storage/lock-table-keyed";
import { stateBucketDeniesOtherAccounts } from "../../rules/storage/state-bucket-denies-other-accounts";
import { stateBucketDeniesWrongKey } from "../../rules/storage/state-bucket-denies-wrong-key";
import { stateBucketUnderOwnKey } from "../../rules/storage/state-bucket-under-own-key";
import { stateHasLockTable } from "../../rules/storage/state-has-lock-table";
import { stateNeverExpires } from "../../rules/storage/state-never-expires";
import { stateVersionsKept } from "../../rules/storage/state-versions-kept";

/** Terraform's state and its locks. */
export const state: readonly Rule[] = [
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
];
