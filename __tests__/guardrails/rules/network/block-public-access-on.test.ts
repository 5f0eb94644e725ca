import { testRule } from "../../../support/rule-test";

testRule("network/block-public-access-on", {
  absent: true,
  fails: {
    "it is off": {
      at: "aws_vpc_block_public_access_options.region",
      edit: (json) =>
        json.add(
          "aws_vpc_block_public_access_options.region",
          { internet_gateway_block_mode: "off" },
          "aws_vpc.network",
        ),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_vpc_block_public_access_options.region",
      edit: (json) =>
        json.add(
          "aws_vpc_block_public_access_options.region",
          { internet_gateway_block_mode: "${var.mode}" },
          "aws_vpc.network",
        ),
    },
  },
  passes: {
    "what comes in is blocked": (json) =>
      json.add(
        "aws_vpc_block_public_access_options.region",
        { internet_gateway_block_mode: "block-ingress" },
        "aws_vpc.network",
      ),
  },
});
