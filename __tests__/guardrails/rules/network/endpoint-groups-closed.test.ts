import { testRule } from "../../../support/rule-test";

testRule("network/endpoint-groups-closed", {
  fails: {
    "a range is let in": {
      at: "aws_security_group.endpoints",
      edit: (json) => json.set("aws_security_group.endpoints", "ingress.0.cidr_blocks", ["10.20.0.0/16"]),
    },
    "all ports are open": {
      at: "aws_security_group.endpoints",
      edit: (json) => {
        json.set("aws_security_group.endpoints", "ingress.0.from_port", 0);
        json.set("aws_security_group.endpoints", "ingress.0.to_port", 65535);
      },
    },
    "a list of ranges is let in": {
      at: "aws_security_group.endpoints",
      edit: (json) => json.set("aws_security_group.endpoints", "ingress.0.prefix_list_ids", ["pl-00000000"]),
    },
  },
  undecided: {
    "a variable says the range": {
      at: "aws_security_group.endpoints",
      edit: (json) => json.set("aws_security_group.endpoints", "ingress.0.cidr_blocks", "${var.ranges}"),
    },
  },
});
