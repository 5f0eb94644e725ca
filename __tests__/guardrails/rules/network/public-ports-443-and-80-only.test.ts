import { testRule } from "../../../support/rule-test";

testRule("network/public-ports-443-and-80-only", {
  fails: {
    "another port is open": {
      at: "aws_security_group.load_balancer",
      edit: (json) => {
        json.set("aws_security_group.load_balancer", "ingress.0.from_port", 8080);
        json.set("aws_security_group.load_balancer", "ingress.0.to_port", 8080);
      },
    },
    "more ports are open": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_security_group.load_balancer", "ingress.0.from_port", 80),
    },
    "everything is": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_security_group.load_balancer", "ingress.0.protocol", "-1"),
    },
    "everything is, to one half and the other": {
      at: "aws_security_group.load_balancer",
      edit: (json) => {
        json.set("aws_security_group.load_balancer", "ingress.0.cidr_blocks", ["0.0.0.0/1", "128.0.0.0/1"]);
        json.set("aws_security_group.load_balancer", "ingress.0.to_port", 65535);
      },
    },
    "another port is, by IPv6": {
      at: "aws_security_group.load_balancer",
      edit: (json) => {
        json.set("aws_security_group.load_balancer", "ingress.0.ipv6_cidr_blocks", ["::/0"]);
        json.set("aws_security_group.load_balancer", "ingress.0.from_port", 1);
      },
    },
  },
  undecided: {
    "a variable says the range": {
      at: "aws_security_group.load_balancer",
      edit: (json) => {
        json.set("aws_security_group.load_balancer", "ingress.0.cidr_blocks", ["${var.range}"]);
        json.set("aws_security_group.load_balancer", "ingress.0.from_port", 1);
      },
    },
    "a variable says the port": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_security_group.load_balancer", "ingress.0.from_port", "${var.port}"),
    },
  },
  passes: {
    "another port is open to known ranges": (json) => {
      json.set("aws_security_group.load_balancer", "ingress.0.cidr_blocks", ["203.0.113.0/24"]);
      json.set("aws_security_group.load_balancer", "ingress.0.from_port", 8443);
      json.set("aws_security_group.load_balancer", "ingress.0.to_port", 8443);
    },
  },
});
