import { testRule } from "../../../support/rule-test";

testRule("network/s3-endpoint-own-buckets", {
  fails: {
    "the condition is gone": {
      at: "aws_vpc_endpoint.endpoint_s3",
      edit: (json) =>
        json.unset("aws_vpc_endpoint.endpoint_s3", "policy.Statement.0.Condition.StringEquals.aws:ResourceAccount"),
    },
    "a named bucket becomes any": {
      at: "aws_vpc_endpoint.endpoint_s3",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_s3", "policy.Statement.1.Resource", "arn:aws:s3:::*/*"),
    },
    "the policy is gone": {
      at: "aws_vpc_endpoint.endpoint_s3",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_s3", "policy"),
    },
  },
});
