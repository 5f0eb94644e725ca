import type { Rule } from "../../rule";
import { bucketAclsPrivate } from "../../rules/storage/bucket-acls-private";
import { bucketOwnerEnforced } from "../../rules/storage/bucket-owner-enforced";
import { bucketPolicyLocksNobodyOut } from "../../rules/storage/bucket-policy-locks-nobody-out";
import { bucketPolicyNamesActions } from "../../rules/storage/bucket-policy-names-actions";
import { bucketPolicyNamesItsBucket } from "../../rules/storage/bucket-policy-names-its-bucket";
import { bucketPolicyNotPublic } from "../../rules/storage/bucket-policy-not-public";
import { bucketPublicAccessBlocked } from "../../rules/storage/bucket-public-access-blocked";
import { bucketTlsOnly } from "../../rules/storage/bucket-tls-only";

/** Who may use a bucket. */
export const bucketAccess: readonly Rule[] = [
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
];
