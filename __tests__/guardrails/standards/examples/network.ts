import type { Example } from "../example";

/** VPCs, subnets, security groups, network ACLs, routes, endpoints. */
export const network: readonly Example[] = [
  {
    ids: ["CKV2_AWS_12", "FSBP EC2.2"],
    at: "aws_vpc.network",
    edit: (json) => json.remove("aws_default_security_group.network"),
  },
  {
    ids: ["CKV2_AWS_12", "FSBP EC2.2"],
    at: "aws_default_security_group.network",
    edit: (json) =>
      json.set("aws_default_security_group.network", "ingress", [
        { description: "A", protocol: "tcp", from_port: 0, to_port: 65535, cidr_blocks: ["0.0.0.0/0"] },
      ]),
  },
  {
    ids: ["FSBP EC2.2"],
    at: "aws_lb.ingress",
    edit: (json) => json.unset("aws_lb.ingress", "security_groups"),
  },
  {
    ids: ["CKV2_AWS_11", "FSBP EC2.6"],
    at: "aws_vpc.network",
    edit: (json) => json.remove("aws_flow_log.network_flow_logs"),
  },
  {
    ids: ["CKV2_AWS_1"],
    at: "aws_network_acl.own",
    edit: (json) => json.add("aws_network_acl.own", { vpc_id: "${aws_vpc.network.id}" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_130", "FSBP EC2.15"],
    at: "aws_subnet.network_public_a",
    edit: (json) => json.set("aws_subnet.network_public_a", "map_public_ip_on_launch", true),
  },
  {
    ids: ["CKV_AWS_23"],
    at: "aws_security_group.compute",
    edit: (json) => json.unset("aws_security_group.compute", "ingress.0.description"),
  },
  {
    ids: ["CKV2_AWS_5"],
    at: "aws_security_group.own",
    edit: (json) => json.add("aws_security_group.own", { description: "A" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_24", "FSBP EC2.19", "AVD-AWS-0107"],
    at: "aws_security_group.compute",
    edit: (json) =>
      json.set("aws_security_group.compute", "ingress.1", {
        description: "A",
        protocol: "tcp",
        from_port: 22,
        to_port: 22,
        cidr_blocks: ["0.0.0.0/0"],
      }),
  },
  {
    ids: ["CKV_AWS_25", "FSBP EC2.19", "AVD-AWS-0107"],
    at: "aws_security_group_rule.own",
    edit: (json) =>
      json.add(
        "aws_security_group_rule.own",
        {
          type: "ingress",
          security_group_id: "${aws_security_group.compute.id}",
          protocol: "tcp",
          from_port: 3389,
          to_port: 3389,
          cidr_blocks: ["0.0.0.0/0"],
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_24"],
    at: "aws_vpc_security_group_ingress_rule.own",
    edit: (json) =>
      json.add(
        "aws_vpc_security_group_ingress_rule.own",
        {
          security_group_id: "${aws_security_group.compute.id}",
          ip_protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_ipv6: "::/0",
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_260", "FSBP EC2.18", "AVD-AWS-0107"],
    at: "aws_security_group.own",
    edit: (json) =>
      json.add(
        "aws_security_group.own",
        { ingress: [{ description: "A", protocol: "tcp", from_port: 80, to_port: 80, cidr_blocks: ["0.0.0.0/0"] }] },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_277", "FSBP EC2.18"],
    at: "aws_security_group.compute",
    edit: (json) =>
      json.set("aws_security_group.compute", "ingress.1", {
        description: "A",
        protocol: "-1",
        from_port: 0,
        to_port: 0,
        cidr_blocks: ["0.0.0.0/0"],
      }),
  },
  {
    ids: ["FSBP EC2.18"],
    at: "aws_security_group.load_balancer",
    edit: (json) =>
      json.set("aws_security_group.load_balancer", "ingress.2", {
        description: "A",
        protocol: "tcp",
        from_port: 8080,
        to_port: 8080,
        cidr_blocks: ["0.0.0.0/0"],
      }),
  },
  {
    ids: ["FSBP EC2.18"],
    at: "aws_security_group.compute",
    edit: (json) =>
      json.set("aws_security_group.compute", "ingress.1", {
        description: "A",
        protocol: "tcp",
        from_port: 8443,
        to_port: 8443,
        security_groups: ["${aws_security_group.load_balancer.id}"],
      }),
  },
  {
    ids: ["CKV_AWS_382", "AVD-AWS-0104"],
    at: "aws_security_group.compute",
    edit: (json) =>
      json.set("aws_security_group.compute", "egress.0", {
        description: "A",
        protocol: "-1",
        from_port: 0,
        to_port: 0,
        cidr_blocks: ["0.0.0.0/0"],
      }),
  },
  {
    ids: ["CKV2_AWS_35"],
    at: "aws_route.own",
    edit: (json) =>
      json.add(
        "aws_route.own",
        { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0", instance_id: "i-1" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV2_AWS_44"],
    at: "aws_route.own",
    edit: (json) =>
      json.add(
        "aws_route.own",
        { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0", vpc_peering_connection_id: "pcx-1" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV2_AWS_19"],
    at: "aws_eip.own",
    edit: (json) => json.add("aws_eip.own", { domain: "vpc" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_229"],
    at: "aws_network_acl_rule.own",
    edit: (json) =>
      json.add(
        "aws_network_acl_rule.own",
        {
          network_acl_id: "acl-1",
          rule_action: "allow",
          protocol: "tcp",
          from_port: 21,
          to_port: 21,
          cidr_block: "0.0.0.0/0",
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_230"],
    at: "aws_network_acl_rule.own",
    edit: (json) =>
      json.add(
        "aws_network_acl_rule.own",
        {
          network_acl_id: "acl-1",
          rule_action: "allow",
          protocol: "tcp",
          from_port: 20,
          to_port: 20,
          cidr_block: "0.0.0.0/0",
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_231", "Security Hub EC2.21"],
    at: "aws_network_acl_rule.own",
    edit: (json) =>
      json.add(
        "aws_network_acl_rule.own",
        {
          network_acl_id: "acl-1",
          rule_action: "allow",
          protocol: "tcp",
          from_port: 3389,
          to_port: 3389,
          cidr_block: "0.0.0.0/0",
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_232", "Security Hub EC2.21"],
    at: "aws_network_acl_rule.own",
    edit: (json) =>
      json.add(
        "aws_network_acl_rule.own",
        {
          network_acl_id: "acl-1",
          rule_action: "allow",
          protocol: "tcp",
          from_port: 22,
          to_port: 22,
          cidr_block: "0.0.0.0/0",
        },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_352"],
    at: "aws_network_acl_rule.own",
    edit: (json) =>
      json.add(
        "aws_network_acl_rule.own",
        { network_acl_id: "acl-1", rule_action: "allow", protocol: "-1", cidr_block: "0.0.0.0/0" },
        "aws_vpc.network",
      ),
  },
  {
    ids: ["CKV_AWS_148"],
    at: "aws_default_vpc.own",
    edit: (json) => json.add("aws_default_vpc.own", {}, "aws_vpc.network"),
  },
  {
    ids: ["FSBP EC2.55"],
    at: "aws_vpc.network",
    edit: (json) => json.remove("aws_vpc_endpoint.endpoint_ecr_api"),
  },
  {
    ids: ["FSBP EC2.56"],
    at: "aws_vpc.network",
    edit: (json) => json.remove("aws_vpc_endpoint.endpoint_ecr_dkr"),
  },
  {
    ids: ["FSBP EC2.57"],
    at: "aws_vpc.network",
    edit: (json) => json.remove("aws_vpc_endpoint.endpoint_ssm"),
  },
  {
    ids: ["FSBP EC2.172"],
    at: "aws_vpc_block_public_access_options.own",
    edit: (json) =>
      json.add("aws_vpc_block_public_access_options.own", { internet_gateway_block_mode: "off" }, "aws_vpc.network"),
  },
  {
    ids: ["FSBP EC2.180"],
    at: "aws_network_interface.own",
    edit: (json) => json.add("aws_network_interface.own", { source_dest_check: false }, "aws_vpc.network"),
  },
  {
    ids: ["Prowler vpc_subnet_different_az"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) => {
      json.set("aws_subnet.network_public_b", "availability_zone", "us-east-1a");
      json.set("aws_subnet.network_public_c", "availability_zone", "us-east-1a");
      json.set("aws_subnet.network_private_b", "availability_zone", "us-east-1a");
      json.set("aws_subnet.network_private_c", "availability_zone", "us-east-1a");
    },
  },
  {
    ids: ["Prowler vpc_subnet_separate_private_public"],
    at: "aws_autoscaling_group.capacity",
    edit: (json) =>
      json.set("aws_route_table.network_private_a", "route.0", {
        cidr_block: "0.0.0.0/0",
        gateway_id: "${aws_internet_gateway.network.id}",
      }),
  },
  {
    ids: ["Prowler vpc_endpoint_multi_az_enabled"],
    at: "aws_vpc_endpoint.endpoint_ssm",
    edit: (json) => json.set("aws_vpc_endpoint.endpoint_ssm", "subnet_ids", ["${aws_subnet.network_private_a.id}"]),
  },
  {
    ids: ["Prowler vpc_endpoint_connections_trust_boundaries"],
    at: "aws_vpc_endpoint.endpoint_ssm",
    edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "policy"),
  },
];
