import { testRule } from "../../../support/rule-test";

testRule("network/inline-rules", {
  fails: {
    "a rule stands apart": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.add(
          "aws_vpc_security_group_ingress_rule.a",
          {
            security_group_id: "${aws_security_group.compute.id}",
            ip_protocol: "tcp",
            from_port: 443,
            to_port: 443,
            cidr_ipv4: "10.0.0.0/8",
          },
          "aws_security_group.compute",
        ),
    },
    "nothing is said of what comes in": {
      at: "aws_security_group.compute",
      edit: (json) => json.unset("aws_security_group.compute", "ingress"),
    },
    "the default group isn't said to be empty": {
      at: "aws_default_security_group.network",
      edit: (json) => json.unset("aws_default_security_group.network", "ingress"),
    },
    "nothing is said of what goes out": {
      at: "aws_security_group.endpoints",
      edit: (json) => json.unset("aws_security_group.endpoints", "egress"),
    },
  },
});
