import { testRule } from "../../../support/rule-test";

import type { TerraformJson } from "../../../support/terraform-json";

const rule = (further: { [attribute: string]: string | number | boolean }) => (json: TerraformJson) =>
  json.add(
    "aws_network_acl_rule.in",
    { network_acl_id: "acl-1", rule_number: 100, rule_action: "allow", cidr_block: "0.0.0.0/0", ...further },
    "aws_vpc.network",
  );

const inline = (further: { [attribute: string]: string | number }) => (json: TerraformJson) =>
  json.add(
    "aws_network_acl.edge",
    {
      vpc_id: "${aws_vpc.network.id}",
      subnet_ids: ["${aws_subnet.network_public_a.id}"],
      ingress: [{ rule_no: 100, action: "allow", cidr_block: "0.0.0.0/0", from_port: 0, to_port: 0, ...further }],
    },
    "aws_vpc.network",
  );

testRule("network/acls-closed", {
  absent: true,
  fails: {
    "a rule lets in everything": { at: "aws_network_acl_rule.in", edit: rule({ protocol: "-1" }) },
    "a rule lets in all ports": {
      at: "aws_network_acl_rule.in",
      edit: rule({ protocol: "tcp", from_port: 0, to_port: 65535 }),
    },
    "a rule lets in SSH": { at: "aws_network_acl_rule.in", edit: rule({ protocol: 6, from_port: 22, to_port: 22 }) },
    "a rule lets in RDP, by IPv6": {
      at: "aws_network_acl_rule.in",
      edit: rule({ protocol: "tcp", from_port: 3389, to_port: 3389, cidr_block: "", ipv6_cidr_block: "::/0" }),
    },
    "a rule lets in FTP among others": {
      at: "aws_network_acl.edge",
      edit: inline({ protocol: "tcp", from_port: 1, to_port: 80 }),
    },
    "an inline rule lets in everything": { at: "aws_network_acl.edge", edit: inline({ protocol: "-1" }) },
  },
  undecided: {
    "a variable says the port": {
      at: "aws_network_acl_rule.in",
      edit: rule({ protocol: "tcp", from_port: "${var.port}", to_port: "${var.port}" }),
    },
  },
  passes: {
    HTTPS: rule({ protocol: "tcp", from_port: 443, to_port: 443 }),
    "answers, whose ports include RDP's": rule({ protocol: "tcp", from_port: 1024, to_port: 65535 }),
    "SSH of an office": rule({ protocol: "tcp", from_port: 22, to_port: 22, cidr_block: "203.0.113.0/24" }),
    "a denial": rule({ rule_action: "deny", protocol: "-1" }),
    "what leaves": rule({ egress: true, protocol: "-1" }),
  },
});
