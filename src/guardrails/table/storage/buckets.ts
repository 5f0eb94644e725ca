import type { Rule } from "../../rule";
import { bucketAbortsMultipartUploads } from "../../rules/storage/bucket-aborts-multipart-uploads";
import { bucketAccessLogged } from "../../rules/storage/bucket-access-logged";
import { bucketEncrypted } from "../../rules/storage/bucket-encrypted";
import { bucketKeepsNoncurrentVersions } from "../../rules/storage/bucket-keeps-noncurrent-versions";
import { bucketKey } from "../../rules/storage/bucket-key";
import { bucketNameDns } from "../../rules/storage/bucket-name-dns";
import { bucketUnderOwnKey } from "../../rules/storage/bucket-under-own-key";
import { bucketVersioned } from "../../rules/storage/bucket-versioned";
import { forceDestroyOff } from "../../rules/storage/force-destroy-off";
import { lifecycleScopeStated } from "../../rules/storage/lifecycle-scope-stated";
import { lifecyclesWaitForVersioning } from "../../rules/storage/lifecycles-wait-for-versioning";
import { objectsUnderOwnKey } from "../../rules/storage/objects-under-own-key";

/** Buckets. */
export const buckets: readonly Rule[] = [
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
];
