import { testRule } from "../../../support/rule-test";

testRule("network/source-destination-check", {
  absent: true,
  fails: {
    "an instance doesn't check": {
      at: "aws_instance.nat",
      edit: (json) => json.add("aws_instance.nat", { source_dest_check: false }, "aws_vpc.network"),
    },
    "an interface doesn't": {
      at: "aws_network_interface.nat",
      edit: (json) => json.add("aws_network_interface.nat", { source_dest_check: false }, "aws_vpc.network"),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_instance.nat",
      edit: (json) => json.add("aws_instance.nat", { source_dest_check: "${var.check}" }, "aws_vpc.network"),
    },
  },
  passes: { "AWS's default": (json) => json.add("aws_instance.own", {}, "aws_vpc.network") },
});
