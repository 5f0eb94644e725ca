import { testRule } from "../../../support/rule-test";

testRule("network/no-remote-administration", {
  fails: {
    "SSH to the load balancer is open to an office": {
      at: "aws_security_group.load_balancer",
      edit: (json) =>
        json.set("aws_security_group.load_balancer", "ingress.2", {
          description: "A",
          protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_blocks: ["10.1.0.0/16"],
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: null,
          self: null,
        }),
    },
    "SSH is open to the internet": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.set("aws_security_group.compute", "ingress.1", {
          description: "A",
          protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_blocks: ["0.0.0.0/0"],
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: null,
          self: null,
        }),
    },
    "SSH is open to an office": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.set("aws_security_group.compute", "ingress.1", {
          description: "A",
          protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_blocks: ["10.1.0.0/16"],
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: null,
          self: null,
        }),
    },
    "SSH is open to a group": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.set("aws_security_group.compute", "ingress.1", {
          description: "A",
          protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_blocks: null,
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: ["${aws_security_group.load_balancer.id}"],
          self: null,
        }),
    },
    "RDP is among what is open": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.set("aws_security_group.compute", "ingress.1", {
          description: "A",
          protocol: "tcp",
          from_port: 1024,
          to_port: 65535,
          cidr_blocks: ["10.1.0.0/16"],
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: null,
          self: null,
        }),
    },
    "everything is open": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.set("aws_security_group.compute", "ingress.1", {
          description: "A",
          protocol: "-1",
          from_port: 0,
          to_port: 0,
          cidr_blocks: ["10.1.0.0/16"],
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: null,
          self: null,
        }),
    },
    "a rule stands apart": {
      at: "aws_vpc_security_group_ingress_rule.a",
      edit: (json) =>
        json.add(
          "aws_vpc_security_group_ingress_rule.a",
          {
            security_group_id: "${aws_security_group.compute.id}",
            ip_protocol: "tcp",
            from_port: 22,
            to_port: 22,
            cidr_ipv4: "10.0.0.0/8",
          },
          "aws_security_group.compute",
        ),
    },
  },
  undecided: {
    "a variable says the port": {
      at: "aws_security_group.compute",
      edit: (json) =>
        json.set("aws_security_group.compute", "ingress.1", {
          description: "A",
          protocol: "tcp",
          from_port: "${var.port}",
          to_port: "${var.port}",
          cidr_blocks: ["10.1.0.0/16"],
          ipv6_cidr_blocks: null,
          prefix_list_ids: null,
          security_groups: null,
          self: null,
        }),
    },
  },
  passes: {
    "members of the group reach each other": (json) =>
      json.set("aws_security_group.compute", "ingress.1", {
        description: "A",
        protocol: "-1",
        from_port: 0,
        to_port: 0,
        cidr_blocks: null,
        ipv6_cidr_blocks: null,
        prefix_list_ids: null,
        security_groups: null,
        self: true,
      }),
  },
});
