import { testRule } from "../../../support/rule-test";

testRule("network/compute-closed-to-the-internet", {
  fails: {
    "instances are open to it": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.cidr_blocks", ["0.0.0.0/0"]),
    },
    "instances are open to it, by IPv6": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.ipv6_cidr_blocks", ["::/0"]),
    },
    "tasks are open to a public range": {
      at: "aws_security_group.api",
      edit: (json) => json.set("aws_security_group.api", "ingress.0.cidr_blocks", ["203.0.113.0/24"]),
    },
    "tasks are open to half of it": {
      at: "aws_security_group.api",
      edit: (json) => json.set("aws_security_group.api", "ingress.0.cidr_blocks", ["0.0.0.0/1"]),
    },
    "a rule stands apart": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.add(
          "aws_security_group_rule.a",
          {
            type: "ingress",
            security_group_id: "${aws_security_group.compute.id}",
            protocol: "tcp",
            from_port: 443,
            to_port: 443,
            cidr_blocks: ["0.0.0.0/0"],
          },
          "aws_security_group.compute",
        ),
    },
  },
  undecided: {
    "a variable says the range": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.cidr_blocks", ["${var.range}"]),
    },
    "a list of ranges is let in": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.prefix_list_ids", ["pl-00000000"]),
    },
  },
  passes: {
    "private ranges are let in": (json) =>
      json.set("aws_security_group.compute", "ingress.0.cidr_blocks", [
        "10.1.0.0/16",
        "172.16.0.0/12",
        "192.168.1.0/24",
      ]),
  },
});
