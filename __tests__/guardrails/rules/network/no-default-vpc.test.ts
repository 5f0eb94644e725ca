import { testRule } from "../../../support/rule-test";

testRule("network/no-default-vpc", {
  absent: true,
  fails: {
    "the default VPC is adopted": {
      at: "aws_default_vpc.default",
      edit: (json) => json.add("aws_default_vpc.default", {}, "aws_vpc.network"),
    },
    "one of its subnets is": {
      at: "aws_default_subnet.default",
      edit: (json) => json.add("aws_default_subnet.default", { availability_zone: "us-east-1a" }, "aws_vpc.network"),
    },
  },
});
