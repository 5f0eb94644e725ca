import { buckets } from "../../../src/plan/facts/buckets";
import { configured, fixturePlan } from "../../support/plan";

test.each([["main.tf.json"], ["plan.json"]])("a bucket is read from miniature/%s with what completes it", (name) => {
  expect(buckets(fixturePlan(`miniature/${name}`))).toMatchObject([
    {
      bucket: { address: "aws_s3_bucket.logs" },
      versioning: { address: "aws_s3_bucket_versioning.logs" },
      publicAccessBlock: { address: "aws_s3_bucket_public_access_block.logs" },
      policy: { address: "aws_s3_bucket_policy.logs" },
      encryption: undefined,
      ownership: undefined,
      lifecycle: undefined,
      logging: undefined,
    },
  ]);
});

test("companions are matched by the bucket's name too, and to no other bucket", () => {
  const plan = configured({
    aws_s3_bucket: { a: { bucket: "a" }, b: { bucket: "b" } },
    aws_s3_bucket_server_side_encryption_configuration: { a: { bucket: "a" } },
    aws_s3_bucket_ownership_controls: { b: { bucket: "${aws_s3_bucket.b.bucket}" } },
    aws_s3_bucket_lifecycle_configuration: { b: { bucket: "${aws_s3_bucket_ownership_controls.b.id}" } },
    aws_s3_bucket_logging: { a: { bucket: "${aws_s3_bucket.a.id}", target_bucket: "${aws_s3_bucket.b.id}" } },
  });
  expect(
    buckets(plan).map(({ encryption, ownership, lifecycle, logging }) =>
      [encryption, ownership, lifecycle, logging].map((companion) => companion?.address),
    ),
  ).toEqual([
    ["aws_s3_bucket_server_side_encryption_configuration.a", undefined, undefined, "aws_s3_bucket_logging.a"],
    [undefined, "aws_s3_bucket_ownership_controls.b", undefined, undefined],
  ]);
});
