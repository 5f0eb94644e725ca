import type { KmsKey } from "@cdktf/provider-aws/lib/kms-key";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import { S3BucketLoggingA } from "@cdktf/provider-aws/lib/s3-bucket-logging";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { Statement } from "./policy";
import { EVERYBODY, logExpiry, PrivateBucket } from "./private-bucket";

export interface StateBucketProps {
  readonly environment: Environment;
  /** Name of the bucket; that of its access logs is derived from it. */
  readonly name: string;
  readonly key: KmsKey;
}

const LOGS_PREFIX = "state/";

/** Bucket of Terraform's state, under its own key, and the bucket that tells who touched it. */
export class StateBucket extends Construct {
  readonly bucket: S3Bucket;
  readonly accessLogs: S3Bucket;

  constructor(scope: Construct, id: string, { environment, name, key }: StateBucketProps) {
    super(scope, id);
    const { accountId } = environment;
    const { bucket } = new PrivateBucket(this, "Bucket", {
      environment,
      name,
      keyArn: key.arn,
      // Says so to whoever judges the plan: no attribute does.
      tags: { TerraformState: "true" },
      expiry: {
        // A version goes only when it is both older than 90 days and not among the newest 100.
        noncurrentVersionExpiration: [{ noncurrentDays: 90, newerNoncurrentVersions: 100 }],
      },
      statements: (bucket) => [otherAccounts(bucket, accountId), ...otherKeys(bucket, key)],
    });
    this.bucket = bucket;

    const logs = new PrivateBucket(this, "access_logs", {
      environment,
      name: accessLogsName(name),
      expiry: logExpiry(environment),
      statements: ({ arn }) => [
        {
          Sid: "StateBucketLogs",
          Principal: { Service: "logging.s3.amazonaws.com" },
          Action: "s3:PutObject",
          Resource: `${arn}/${LOGS_PREFIX}*`,
          Condition: {
            StringEquals: { "aws:SourceAccount": accountId },
            ArnLike: { "aws:SourceArn": bucket.arn },
          },
        },
      ],
    });
    this.accessLogs = logs.bucket;
    new S3BucketLoggingA(this, "Logging", {
      bucket: bucket.id,
      targetBucket: logs.bucket.id,
      targetPrefix: LOGS_PREFIX,
      dependsOn: [logs.policy],
    });
  }
}

/** Not even with a permission that one of them holds by mistake; a caller without an account is denied as well. */
function otherAccounts(bucket: S3Bucket, accountId: string): Statement {
  return {
    Sid: "DenyOtherAccounts",
    Effect: "Deny",
    Principal: EVERYBODY,
    Action: "s3:*",
    Resource: [bucket.arn, `${bucket.arn}/*`],
    Condition: { StringNotEquals: { "aws:PrincipalAccount": accountId } },
  };
}

/**
 * A backend with `encrypt` but without `kms_key_id` asks for AES256, which overrides the bucket's default; one with
 * another environment's key writes a state that this one can't read. Both are refused. A put that asks for nothing
 * passes: it falls under the bucket's default, which is this key. (`Null` keeps it out of the two: a negated
 * condition holds, too, where the header is missing.) One with a key of the caller's own (SSE-C) names neither header,
 * and nobody else could read the state: refused as well.
 */
function otherKeys(bucket: S3Bucket, key: KmsKey): Statement[] {
  const put = { Effect: "Deny", Principal: EVERYBODY, Action: "s3:PutObject", Resource: `${bucket.arn}/*` } as const;
  const asked = { Null: { "s3:x-amz-server-side-encryption": "false" } };
  return [
    {
      Sid: "DenyOtherEncryption",
      ...put,
      Condition: { ...asked, StringNotEquals: { "s3:x-amz-server-side-encryption": "aws:kms" } },
    },
    {
      Sid: "DenyOtherKeys",
      ...put,
      Condition: { ...asked, StringNotEquals: { "s3:x-amz-server-side-encryption-aws-kms-key-id": key.arn } },
    },
    {
      Sid: "DenyCustomerKeys",
      ...put,
      Condition: { Null: { "s3:x-amz-server-side-encryption-customer-algorithm": "false" } },
    },
  ];
}

/** Bucket names end at 63 characters. */
function accessLogsName(stateBucket: string): string {
  const suffix = "-access-logs";
  return `${stateBucket.slice(0, 63 - suffix.length)}${suffix}`;
}
