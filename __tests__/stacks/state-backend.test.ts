import { Testing } from "cdktf";
import type { EnvironmentInput } from "../../src/environments/schema";
import { StateBackendStack } from "../../src/stacks/state-backend";
import { environmentWith, resource, stackProps, statements, synthesized } from "../support/stack";

function stateBackend(fields: Partial<EnvironmentInput> = {}) {
  const props = stackProps(environmentWith(fields));
  return synthesized(new StateBackendStack(Testing.app(), "production-state", props));
}

const BUCKET = "${aws_s3_bucket.state.arn}";
const KEY = "${aws_kms_key.state.arn}";
const KEY_HEADER = "s3:x-amz-server-side-encryption-aws-kms-key-id";
const CUSTOMER_HEADER = "s3:x-amz-server-side-encryption-customer-algorithm";
const ENCRYPTION_HEADER = "s3:x-amz-server-side-encryption";

describe("the state's bucket", () => {
  const stack = stateBackend();
  const policy = statements(stack, "aws_s3_bucket_policy.state");

  test("has the name that the backend looks for, and keeps every version", () => {
    expect(resource(stack, "aws_s3_bucket.state")).toMatchObject({ bucket: "production-state", force_destroy: false });
    expect(resource(stack, "aws_s3_bucket_versioning.state").versioning_configuration).toEqual({
      status: "Enabled",
    });
  });

  test("is encrypted under the state's own key, by a bucket key", () => {
    expect(resource(stack, "aws_s3_bucket_server_side_encryption_configuration.state").rule).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: KEY },
        bucket_key_enabled: true,
      },
    ]);
  });

  test("lets an old version go only after 90 days and behind a hundred newer ones", () => {
    const [expire] = resource(stack, "aws_s3_bucket_lifecycle_configuration.state").rule as object[];
    expect(expire).toMatchObject({
      noncurrent_version_expiration: [{ noncurrent_days: 90, newer_noncurrent_versions: 100 }],
    });
    expect(expire).not.toHaveProperty("expiration");
  });

  test("can't be reached in plain HTTP, nor from another account", () => {
    const everything = { Effect: "Deny", Principal: { AWS: "*" }, Action: "s3:*", Resource: [BUCKET, `${BUCKET}/*`] };
    expect(policy.slice(0, 2)).toMatchObject([
      { ...everything, Condition: { Bool: { "aws:SecureTransport": "false" } } },
      { ...everything, Condition: { StringNotEquals: { "aws:PrincipalAccount": "000000000000" } } },
    ]);
  });

  test("refuses a put that asks for other encryption or another key, not one that asks for nothing", () => {
    const put = { Effect: "Deny", Principal: { AWS: "*" }, Action: "s3:PutObject", Resource: `${BUCKET}/*` };
    const asked = { Null: { [ENCRYPTION_HEADER]: "false" } };
    expect(policy.slice(2)).toEqual([
      {
        ...put,
        Sid: "DenyOtherEncryption",
        Condition: { ...asked, StringNotEquals: { [ENCRYPTION_HEADER]: "aws:kms" } },
      },
      { ...put, Sid: "DenyOtherKeys", Condition: { ...asked, StringNotEquals: { [KEY_HEADER]: KEY } } },
      { ...put, Sid: "DenyCustomerKeys", Condition: { Null: { [CUSTOMER_HEADER]: "false" } } },
    ]);
  });

  test("tells who touched it in a bucket of the same care, which S3's log delivery alone writes to", () => {
    expect(resource(stack, "aws_s3_bucket_logging.state")).toMatchObject({
      bucket: "${aws_s3_bucket.state.id}",
      target_bucket: "${aws_s3_bucket.state_access_logs.id}",
      depends_on: ["aws_s3_bucket_policy.state_access_logs"],
    });
    expect(resource(stack, "aws_s3_bucket.state_access_logs").bucket).toBe("production-state-access-logs");
    expect(resource(stack, "aws_s3_bucket_public_access_block.state_access_logs")).toBeDefined();
    expect(statements(stack, "aws_s3_bucket_policy.state_access_logs").at(-1)).toMatchObject({
      Principal: { Service: "logging.s3.amazonaws.com" },
      Action: "s3:PutObject",
      Resource: "${aws_s3_bucket.state_access_logs.arn}/state/*",
      Condition: { StringEquals: { "aws:SourceAccount": "000000000000" }, ArnLike: { "aws:SourceArn": BUCKET } },
    });
  });

  test("has a bucket of logs whose name S3 takes, however long its own is", () => {
    const props = stackProps(environmentWith());
    const backend = { ...props.backend, bucket: "a".repeat(63) };
    const long = synthesized(new StateBackendStack(Testing.app(), "production-state", { ...props, backend }));
    expect(resource(long, "aws_s3_bucket.state_access_logs").bucket).toBe(`${"a".repeat(51)}-access-logs`);
  });
});

describe("the state's key", () => {
  const policy = statements(stateBackend(), "aws_kms_key.state");
  const find = (sid: string) => policy.find(({ Sid }) => Sid === sid);

  test("rotates and can't be lost at once", () => {
    expect(resource(stateBackend(), "aws_kms_key.state")).toMatchObject({
      enable_key_rotation: true,
      deletion_window_in_days: 30,
    });
    expect(resource(stateBackend(), "aws_kms_alias.state").name).toBe("alias/production-state");
  });

  test("is used by the account, through S3 and DynamoDB of the region, and granted to the lock table alone", () => {
    const account = { AWS: "arn:aws:iam::000000000000:root" };
    expect(find("StateAndLocks")).toMatchObject({
      Principal: account,
      Condition: {
        StringEquals: { "kms:ViaService": ["s3.us-east-1.amazonaws.com", "dynamodb.us-east-1.amazonaws.com"] },
      },
    });
    expect(find("LockTableGrants")).toMatchObject({
      Principal: account,
      Action: "kms:CreateGrant",
      Condition: {
        StringEquals: { "kms:ViaService": ["dynamodb.us-east-1.amazonaws.com"] },
        Bool: { "kms:GrantIsForAWSResource": "true" },
      },
    });
  });
});

describe("the lock table", () => {
  test("is what Terraform's backend asks for, encrypted, recoverable and protected", () => {
    expect(resource(stateBackend(), "aws_dynamodb_table.locks")).toMatchObject({
      name: "production-locks",
      hash_key: "LockID",
      attribute: [{ name: "LockID", type: "S" }],
      billing_mode: "PAY_PER_REQUEST",
      point_in_time_recovery: { enabled: true },
      server_side_encryption: { enabled: true, kms_key_arn: KEY },
      deletion_protection_enabled: true,
    });
  });
});

describe("the state's stack", () => {
  const PROTECTED = [
    "aws_s3_bucket.state",
    "aws_s3_bucket.state_access_logs",
    "aws_kms_key.state",
    "aws_dynamodb_table.locks",
  ];

  test.each(PROTECTED)("keeps %s from being destroyed, unless the environment is disposable", (address) => {
    expect(resource(stateBackend(), address).lifecycle).toEqual({ prevent_destroy: true });
    expect(resource(stateBackend({ disposable: true }), address)).not.toHaveProperty("lifecycle.prevent_destroy");
  });

  test("can be destroyed by one command where it is disposable", () => {
    const stack = stateBackend({ disposable: true });
    expect(resource(stack, "aws_s3_bucket.state").force_destroy).toBe(true);
    expect(resource(stack, "aws_dynamodb_table.locks").deletion_protection_enabled).toBe(false);
    expect(resource(stack, "aws_kms_key.state").deletion_window_in_days).toBe(7);
  });

  test("tells the bootstrap what the backend needs, and nothing secret", () => {
    const { output = {} } = stateBackend();
    expect(Object.keys(output).sort()).toEqual(["bucket", "dynamodb_table", "kms_key_arn"]);
    expect(output.kms_key_arn?.value).toBe(KEY);
    for (const { sensitive } of Object.values(output)) expect(sensitive).toBeUndefined();
  });
});
