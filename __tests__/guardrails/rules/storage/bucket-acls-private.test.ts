import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const acl = (further: object) => (json: TerraformJson) =>
  json.add(
    "aws_s3_bucket_acl.own",
    { bucket: "${aws_s3_bucket.access_logs.id}", ...further },
    "aws_s3_bucket.access_logs",
  );
const granted = (uri: string) =>
  acl({ access_control_policy: [{ grant: [{ permission: "READ_ACP", grantee: [{ type: "Group", uri }] }] }] });

testRule("storage/bucket-acls-private", {
  absent: true,
  fails: {
    "everybody may read": { at: "aws_s3_bucket_acl.own", edit: acl({ acl: "public-read" }) },
    "everybody may write": { at: "aws_s3_bucket_acl.own", edit: acl({ acl: "public-read-write" }) },
    "a grant is for everybody": {
      at: "aws_s3_bucket_acl.own",
      edit: granted("http://acs.amazonaws.com/groups/global/AllUsers"),
    },
    "a grant is for every account": {
      at: "aws_s3_bucket_acl.own",
      edit: granted("http://acs.amazonaws.com/groups/global/AuthenticatedUsers"),
    },
    "the bucket itself says so": {
      at: "aws_s3_bucket.access_logs",
      edit: (json) => json.set("aws_s3_bucket.access_logs", "acl", "public-read"),
    },
    "an object does": {
      at: "aws_s3_object.own",
      edit: (json) => json.add("aws_s3_object.own", { acl: "public-read" }, "aws_s3_bucket.access_logs"),
    },
  },
  undecided: { "a variable says it": { at: "aws_s3_bucket_acl.own", edit: acl({ acl: "${var.acl}" }) } },
  passes: {
    private: acl({ acl: "private" }),
    "the group that writes logs": granted("http://acs.amazonaws.com/groups/s3/LogDelivery"),
  },
});
