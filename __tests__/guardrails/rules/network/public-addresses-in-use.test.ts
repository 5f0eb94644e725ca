import { testRule } from "../../../support/rule-test";

testRule("network/public-addresses-in-use", {
  fails: {
    "nothing has a further one": {
      at: "aws_eip.further",
      edit: (json) => json.copy("aws_eip.network_a", "aws_eip.further"),
    },
    "nothing has it": {
      at: "aws_eip.spare",
      edit: (json) => json.add("aws_eip.spare", { domain: "vpc" }, "aws_vpc.network"),
    },
    "its gateway went": { at: "aws_eip.network_a", edit: (json) => json.remove("aws_nat_gateway.network_a") },
  },
  undecided: {
    "a variable names a gateway's address": {
      at: "aws_eip.network_a",
      edit: (json) => json.set("aws_nat_gateway.network_a", "allocation_id", "${var.allocation}"),
    },
  },
  passes: {
    "an association has it": (json) => {
      json.add("aws_eip.own", { domain: "vpc" }, "aws_vpc.network");
      const association = { allocation_id: "${aws_eip.own.id}", instance_id: "i-1" };
      json.add("aws_eip_association.own", association, "aws_vpc.network");
    },
    "an instance has it": (json) => json.add("aws_eip.own", { domain: "vpc", instance: "i-1" }, "aws_vpc.network"),
  },
});
