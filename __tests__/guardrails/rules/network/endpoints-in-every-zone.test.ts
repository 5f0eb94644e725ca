import { testRule } from "../../../support/rule-test";

testRule("network/endpoints-in-every-zone", {
  fails: {
    "a zone is left out": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "subnet_ids.2"),
    },
    "no subnet is named": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "subnet_ids"),
    },
  },
  undecided: {
    "a variable names a subnet": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_ssm", "subnet_ids.0", "${var.subnet}"),
    },
  },
});
