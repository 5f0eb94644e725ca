import { testRule } from "../../../support/rule-test";

testRule("network/ssm-interface-endpoint", {
  fails: {
    "it is left to NAT with the rest that the VPC doesn't want": {
      at: "aws_vpc.network",
      edit: (json) => {
        json.remove("aws_vpc_endpoint.endpoint_ssm");
        json.set("aws_vpc.network", "tags.InterfaceEndpoints", "ssmmessages secretsmanager kms logs ecr.api ecr.dkr");
      },
    },
    "the endpoint is gone": { at: "aws_vpc.network", edit: (json) => json.remove("aws_vpc_endpoint.endpoint_ssm") },
    "it is another service's": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_ssm", "service_name", "com.amazonaws.us-east-1.ecs"),
    },
    "it is in another VPC": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_ssm", "vpc_id", "vpc-00000000"),
    },
  },
  undecided: {
    "a variable says the service": {
      at: "aws_vpc.network",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_ssm", "service_name", "${var.service}"),
    },
  },
});
