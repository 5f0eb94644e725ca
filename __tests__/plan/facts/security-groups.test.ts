import { securityGroupRules } from "../../../src/plan/facts/security-groups";
import { Unknown } from "../../../src/plan/value";
import { configured, fixturePlan } from "../../support/plan";

test.each([["main.tf.json"], ["plan.json"]])("inline rules are read from miniature/%s", (name) => {
  const rules = securityGroupRules(fixturePlan(`miniature/${name}`));
  expect(rules.map(({ address, direction, fromPort, cidrs }) => [address, direction, fromPort, ...cidrs])).toEqual(
    expect.arrayContaining([
      ["aws_security_group.load_balancer", "ingress", 443, "0.0.0.0/0", "::/0"],
      ["aws_security_group.compute", "ingress", 32768, "10.0.0.0/16"],
      ["aws_security_group.compute", "ingress", 49152, "10.0.0.0/16"],
    ]),
  );
  expect(rules).toHaveLength(3);
});

test("however a rule is written, it is the same rule", () => {
  const plan = configured({
    aws_security_group: {
      a: {
        ingress: {
          protocol: "tcp",
          from_port: 80,
          to_port: 81,
          security_groups: ["${aws_security_group.b.id}"],
          description: "d",
        },
      },
      b: {},
    },
    aws_security_group_rule: {
      r: {
        type: "ingress",
        security_group_id: "${aws_security_group.a.id}",
        protocol: "6",
        from_port: "80",
        to_port: "81",
        source_security_group_id: "${aws_security_group.b.id}",
        description: "d",
      },
    },
    aws_vpc_security_group_ingress_rule: {
      r: {
        security_group_id: "${aws_security_group.a.id}",
        ip_protocol: "TCP",
        from_port: 80,
        to_port: 81,
        referenced_security_group_id: "${aws_security_group.b.id}",
        description: "d",
      },
    },
  });
  const rules = securityGroupRules(plan).map(({ address, ...rule }) => rule);
  expect(rules).toHaveLength(3);
  expect(rules[0]).toMatchObject({
    group: { address: "aws_security_group.a" },
    direction: "ingress",
    protocol: "tcp",
    fromPort: 80,
    toPort: 81,
    cidrs: [],
    sourceGroups: [{ address: "aws_security_group.b" }],
    foreignGroups: [],
    self: false,
    prefixLists: [],
    description: "d",
  });
  expect(rules[1]).toEqual(rules[0]);
  expect(rules[2]).toEqual(rules[0]);
});

test("egress, all protocols, prefix lists, other plans' groups and a group itself are told", () => {
  const plan = configured({
    aws_vpc_security_group_egress_rule: {
      e: { security_group_id: "sg-1", ip_protocol: "-1", prefix_list_id: "pl-1", cidr_ipv6: "::/0" },
    },
    aws_security_group: { a: { egress: [{ protocol: "all", security_groups: ["sg-2"], self: true }] } },
    aws_security_group_rule: {
      s: {
        type: "egress",
        security_group_id: "${aws_security_group.a.id}",
        source_security_group_id: "${aws_security_group.a.id}",
      },
    },
  });
  expect(securityGroupRules(plan)).toMatchObject([
    {
      group: undefined,
      direction: "egress",
      protocol: "-1",
      fromPort: undefined,
      prefixLists: ["pl-1"],
      cidrs: ["::/0"],
    },
    {
      group: { address: "aws_security_group.a" },
      direction: "egress",
      protocol: "-1",
      foreignGroups: ["sg-2"],
      self: true,
    },
    { direction: "egress", self: true, address: "aws_security_group_rule.s" },
  ]);
});

test("rules of which it isn't known how many there are count as one of which nothing is known", () => {
  const [rule, ...others] = securityGroupRules(configured({ aws_security_group: { a: { ingress: "${var.rules}" } } }));
  expect(others).toEqual([]);
  expect([rule?.protocol, rule?.fromPort, rule?.cidrs[0]]).toEqual([0, 1, 2].map(() => expect.any(Unknown)));
});
