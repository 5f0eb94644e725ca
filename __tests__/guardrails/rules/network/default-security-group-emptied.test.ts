import { testRule } from "../../../support/rule-test";

testRule("network/default-security-group-emptied", {
  fails: {
    "it isn't adopted": { at: "aws_vpc.network", edit: (json) => json.remove("aws_default_security_group.network") },
    "it lets its members in": {
      at: "aws_default_security_group.network",
      edit: (json) =>
        json.set("aws_default_security_group.network", "ingress", [
          { protocol: "-1", self: true, from_port: 0, to_port: 0 },
        ]),
    },
    "it lets out": {
      at: "aws_default_security_group.network",
      edit: (json) =>
        json.set("aws_default_security_group.network", "egress", [
          { protocol: "-1", cidr_blocks: ["0.0.0.0/0"], from_port: 0, to_port: 0 },
        ]),
    },
    "a rule stands apart": {
      at: "aws_default_security_group.network",
      edit: (json) =>
        json.add(
          "aws_security_group_rule.a",
          {
            security_group_id: "${aws_default_security_group.network.id}",
            type: "ingress",
            protocol: "-1",
            self: true,
            from_port: 0,
            to_port: 0,
          },
          "aws_default_security_group.network",
        ),
    },
  },
  passes: {
    "nothing is said: adopting it empties it": (json) => {
      json.unset("aws_default_security_group.network", "ingress");
      json.unset("aws_default_security_group.network", "egress");
    },
  },
  undecided: {
    "a variable says its rules": {
      at: "aws_default_security_group.network",
      edit: (json) => json.set("aws_default_security_group.network", "ingress", "${var.rules}"),
    },
  },
});
