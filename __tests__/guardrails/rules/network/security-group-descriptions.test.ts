import { testRule } from "../../../support/rule-test";

testRule("network/security-group-descriptions", {
  fails: {
    "a group has none": {
      at: "aws_security_group.compute",
      edit: (json) => json.unset("aws_security_group.compute", "description"),
    },
    "a group has Terraform's": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "description", "Managed by Terraform"),
    },
    "a rule has none": {
      at: "aws_security_group.compute",
      edit: (json) => json.unset("aws_security_group.compute", "ingress.0.description"),
    },
    "a rule that stands apart has none": {
      at: "aws_vpc_security_group_ingress_rule.a",
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
  },
});
