import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const DENIAL = { Sid: "Lock", Effect: "Deny", Principal: { AWS: "*" }, Resource: "${aws_s3_bucket.state.arn}" };
/** One statement more than there are. */
const deny = (further: { [key: string]: string | object }) => (json: TerraformJson) => {
  const statements = json.get("aws_s3_bucket_policy.state", "policy.Statement");
  const count = Array.isArray(statements) ? statements.length : 0;
  const statement = JSON.parse(JSON.stringify({ ...DENIAL, ...further }));
  json.set("aws_s3_bucket_policy.state", `policy.Statement.${count}`, statement);
};

testRule("storage/bucket-policy-locks-nobody-out", {
  fails: {
    "everything is denied": { at: "aws_s3_bucket.state", edit: deny({ Action: "s3:*" }) },
    "changing the policy is": { at: "aws_s3_bucket.state", edit: deny({ Action: "s3:PutBucketPolicy" }) },
    "by a pattern, to anybody": { at: "aws_s3_bucket.state", edit: deny({ Principal: "*", Action: "s3:Put*" }) },
    "all but reading is": {
      at: "aws_s3_bucket.state",
      edit: deny({ NotAction: "s3:GetObject" }),
    },
  },
  undecided: {
    "a variable holds the policy": {
      at: "aws_s3_bucket_policy.state",
      edit: (json) => json.set("aws_s3_bucket_policy.state", "policy", "${var.policy}"),
    },
  },
  passes: {
    "with a condition": deny({ Action: "s3:*", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
    "of objects only": deny({ Action: "s3:*", Resource: "${aws_s3_bucket.state.arn}/*" }),
  },
});
