import { testRule } from "../../../support/rule-test";

testRule("network/endpoint-policies", {
  fails: {
    "the policy is gone": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "policy"),
    },
    "the condition is gone": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "policy.Statement.0.Condition"),
    },
    "the condition says any account": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) =>
        json.set("aws_vpc_endpoint.endpoint_ssm", "policy.Statement.0.Condition", {
          StringLike: { "aws:PrincipalAccount": "*" },
        }),
    },
    "the bucket of the images is any bucket": {
      at: "aws_vpc_endpoint.endpoint_s3",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_s3", "policy.Statement.1.Resource", "arn:aws:s3:::*"),
    },
  },
  undecided: {
    "the policy comes from a data source": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) =>
        json.set("aws_vpc_endpoint.endpoint_ssm", "policy", "${data.aws_iam_policy_document.endpoint.json}"),
    },
  },
  passes: {
    "it stands apart": (json) => {
      json.unset("aws_vpc_endpoint.endpoint_ssm", "policy");
      json.add(
        "aws_vpc_endpoint_policy.ssm",
        {
          vpc_endpoint_id: "${aws_vpc_endpoint.endpoint_ssm.id}",
          policy:
            '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": {"AWS": "arn:aws:iam::000000000000:role/a"}, "Action": "ssm:GetParameters", "Resource": "*"}]}',
        },
        "aws_vpc_endpoint.endpoint_ssm",
      );
    },
  },
});
