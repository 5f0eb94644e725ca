import { AccessLogs } from "../../src/platform/access-logs";
import { environmentWith, resource, statements, synthesizeStack } from "../support/stack";

function accessLogs(disposable = false) {
  const environment = environmentWith({ disposable, logRetentionDays: 90 });
  return synthesizeStack((stack) => void new AccessLogs(stack, "access_logs", { environment }), environment);
}

describe("AccessLogs", () => {
  const stack = accessLogs();

  test("have a bucket named for the environment, its account and its region", () => {
    expect(resource(stack, "aws_s3_bucket.access_logs").bucket).toBe("production-access-logs-000000000000-us-east-1");
  });

  test("are encrypted under S3's own keys, all that a load balancer can write under", () => {
    expect(resource(stack, "aws_s3_bucket_server_side_encryption_configuration.access_logs").rule).toEqual([
      { apply_server_side_encryption_by_default: { sse_algorithm: "AES256" } },
    ]);
  });

  test("are nobody else's: no public access, no ACLs", () => {
    expect(resource(stack, "aws_s3_bucket_public_access_block.access_logs")).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
    expect(resource(stack, "aws_s3_bucket_ownership_controls.access_logs").rule).toEqual({
      object_ownership: "BucketOwnerEnforced",
    });
  });

  test("go when the other logs go, and leave no versions and half uploads behind", () => {
    expect(resource(stack, "aws_s3_bucket_versioning.access_logs").versioning_configuration).toEqual({
      status: "Enabled",
    });
    expect(resource(stack, "aws_s3_bucket_lifecycle_configuration.access_logs").rule).toMatchObject([
      { status: "Enabled", expiration: [{ days: 90 }], noncurrent_version_expiration: [{ noncurrent_days: 30 }] },
      { status: "Enabled", abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }] },
    ]);
  });

  test("are written by Elastic Load Balancing, for this account, and reached by TLS alone", () => {
    const bucket = "${aws_s3_bucket.access_logs.arn}";
    expect(statements(stack, "aws_s3_bucket_policy.access_logs")).toMatchObject([
      { Effect: "Deny", Resource: [bucket, `${bucket}/*`], Condition: { Bool: { "aws:SecureTransport": "false" } } },
      {
        Effect: "Allow",
        Principal: { Service: "logdelivery.elasticloadbalancing.amazonaws.com" },
        Action: "s3:PutObject",
        Resource: `${bucket}/AWSLogs/000000000000/*`,
      },
    ]);
  });

  test("keep the bucket from being destroyed, unless the environment is disposable", () => {
    expect(resource(stack, "aws_s3_bucket.access_logs")).toMatchObject({
      force_destroy: false,
      lifecycle: { prevent_destroy: true },
    });
    expect(resource(accessLogs(true), "aws_s3_bucket.access_logs")).not.toHaveProperty("lifecycle.prevent_destroy");
    expect(resource(accessLogs(true), "aws_s3_bucket.access_logs").force_destroy).toBe(true);
  });
});
