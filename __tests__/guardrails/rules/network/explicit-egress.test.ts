import { testRule } from "../../../support/rule-test";

testRule("network/explicit-egress", {
  fails: {
    "all may leave": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "egress.0.protocol", "-1"),
    },
    "all ports may": {
      at: "aws_security_group.compute",
      edit: (json) => {
        json.set("aws_security_group.compute", "egress.0.from_port", 0);
        json.set("aws_security_group.compute", "egress.0.to_port", 65535);
      },
    },
    "the database's port may, to anywhere": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "egress.1.cidr_blocks", ["0.0.0.0/0"]),
    },
    "the load balancer reaches anything": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_security_group.load_balancer", "egress.0.cidr_blocks", ["0.0.0.0/0"]),
    },
    "a rule stands apart": {
      at: "aws_vpc_security_group_egress_rule.a",
      edit: (json) =>
        json.add(
          "aws_vpc_security_group_egress_rule.a",
          { security_group_id: "${aws_security_group.compute.id}", ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" },
          "aws_security_group.compute",
        ),
    },
  },
  undecided: {
    "a variable says the range": {
      at: "aws_security_group.compute",
      edit: (json) => {
        json.set("aws_security_group.compute", "egress.1.cidr_blocks", ["${var.range}"]);
        json.set("aws_security_group.compute", "egress.1.protocol", "-1");
      },
    },
    "a variable says the port": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "egress.0.from_port", "${var.port}"),
    },
  },
  passes: {
    "nothing may leave": (json) => json.set("aws_security_group.compute", "egress", []),
    "everything may, to a private range": (json) => json.set("aws_security_group.compute", "egress.1.protocol", "-1"),
  },
});
