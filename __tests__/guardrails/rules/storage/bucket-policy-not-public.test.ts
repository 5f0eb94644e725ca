import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const BUCKET = "aws_s3_bucket.state";
const POLICY = "aws_s3_bucket_policy.state";

const allow =
  (statement: { readonly [key: string]: string | { readonly [key: string]: object } }) => (json: TerraformJson) =>
    json.set(POLICY, "policy.Statement.5", {
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "${aws_s3_bucket.state.arn}/*",
      ...JSON.parse(JSON.stringify(statement)),
    });

testRule("storage/bucket-policy-not-public", {
  fails: {
    "anybody may read": { at: BUCKET, edit: allow({}) },
    "anybody of any account may read": { at: BUCKET, edit: allow({ Principal: { AWS: Object("*") } }) },
    "anybody may read by HTTPS": {
      at: BUCKET,
      edit: allow({ Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    },
  },
  passes: {
    "anybody of one's own organization may read": allow({
      Condition: { StringEquals: { "aws:PrincipalOrgID": "o-0000000000" } },
    }),
  },
});
