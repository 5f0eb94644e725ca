import { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import {
  S3BucketLifecycleConfiguration,
  type S3BucketLifecycleConfigurationRule,
} from "@cdktf/provider-aws/lib/s3-bucket-lifecycle-configuration";
import { S3BucketOwnershipControls } from "@cdktf/provider-aws/lib/s3-bucket-ownership-controls";
import { S3BucketPolicy } from "@cdktf/provider-aws/lib/s3-bucket-policy";
import { S3BucketPublicAccessBlock } from "@cdktf/provider-aws/lib/s3-bucket-public-access-block";
import { S3BucketServerSideEncryptionConfigurationA } from "@cdktf/provider-aws/lib/s3-bucket-server-side-encryption-configuration";
import { S3BucketVersioningA } from "@cdktf/provider-aws/lib/s3-bucket-versioning";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { policyDocument, type Statement } from "./policy";
import { protectedLifecycle } from "./protection";

export interface PrivateBucketProps {
  readonly environment: Environment;
  /** Name of the bucket, globally unique. */
  readonly name: string;
  /**
   * ARN of the key that objects are encrypted under.
   * @default - S3's own keys: all that the delivery of access logs can write under, a load balancer's and S3's alike
   */
  readonly keyArn?: string;
  /**
   * Tags that say what it holds.
   * @default - none
   */
  readonly tags?: { readonly [key: string]: string };
  /** When objects and their old versions go. */
  readonly expiry: Pick<S3BucketLifecycleConfigurationRule, "expiration" | "noncurrentVersionExpiration">;
  /** What the bucket's policy says besides TLS only. */
  readonly statements: (bucket: S3Bucket) => readonly Statement[];
}

/** Everybody, of any account or of none. In a bucket's policy the same as `"*"`, which the emulated AWS can't read. */
export const EVERYBODY = { AWS: "*" };

/** For logs, which go when the environment's other logs go. */
export function logExpiry({ logRetentionDays }: Environment): PrivateBucketProps["expiry"] {
  return { expiration: [{ days: logRetentionDays }], noncurrentVersionExpiration: [{ noncurrentDays: 30 }] };
}

/** A versioned, encrypted bucket that nobody outside can read, reached by TLS alone. */
export class PrivateBucket extends Construct {
  readonly bucket: S3Bucket;
  /** What writes by the bucket's policy must wait for it. */
  readonly policy: S3BucketPolicy;

  constructor(scope: Construct, id: string, props: PrivateBucketProps) {
    super(scope, id);
    const { environment, name, keyArn, expiry } = props;
    this.bucket = new S3Bucket(this, "Resource", {
      bucket: name,
      forceDestroy: environment.disposable,
      tags: props.tags,
      lifecycle: protectedLifecycle(environment),
    });
    const bucket = this.bucket.id;
    new S3BucketPublicAccessBlock(this, "PublicAccessBlock", {
      bucket,
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    });
    new S3BucketOwnershipControls(this, "Ownership", { bucket, rule: { objectOwnership: "BucketOwnerEnforced" } });
    new S3BucketServerSideEncryptionConfigurationA(this, "Encryption", {
      bucket,
      rule: [
        keyArn === undefined
          ? { applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }
          : {
              applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
              bucketKeyEnabled: true,
            },
      ],
    });
    const versioning = new S3BucketVersioningA(this, "Versioning", {
      bucket,
      versioningConfiguration: { status: "Enabled" },
    });
    new S3BucketLifecycleConfiguration(this, "Lifecycle", {
      bucket,
      rule: [
        { id: "expire", status: "Enabled", filter: [{ prefix: "" }], ...expiry },
        {
          id: "abort-incomplete-uploads",
          status: "Enabled",
          filter: [{ prefix: "" }],
          abortIncompleteMultipartUpload: [{ daysAfterInitiation: 7 }],
        },
      ],
      // Old versions are there to expire only once the bucket keeps them.
      dependsOn: [versioning],
    });
    this.policy = new S3BucketPolicy(this, "Policy", {
      bucket,
      policy: policyDocument([tlsOnly(this.bucket), ...props.statements(this.bucket)]),
    });
  }
}

/** S3 takes no TLS older than 1.2 in the first place. */
function tlsOnly(bucket: S3Bucket): Statement {
  return {
    Sid: "DenyPlainHttp",
    Effect: "Deny",
    Principal: EVERYBODY,
    Action: "s3:*",
    Resource: [bucket.arn, `${bucket.arn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
