import { testRule } from "../../../support/rule-test";

testRule("network/endpoints-private-dns", {
  fails: {
    "it is off": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.set("aws_vpc_endpoint.endpoint_ssm", "private_dns_enabled", false),
    },
    "nothing is said": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "private_dns_enabled"),
    },
  },
});
