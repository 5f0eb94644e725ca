import type { Rule } from "../../rule";
import { computeInPrivateSubnets } from "../../rules/network/compute-in-private-subnets";
import { flowLogs } from "../../rules/network/flow-logs";
import { flowLogsByTheMinute } from "../../rules/network/flow-logs-by-the-minute";
import { gatewaysInOrder } from "../../rules/network/gateways-in-order";
import { named } from "../../rules/network/named";
import { natGatewayPerZone } from "../../rules/network/nat-gateway-per-zone";
import { natGatewaysInPublicSubnets } from "../../rules/network/nat-gateways-in-public-subnets";
import { noAutomaticPublicAddresses } from "../../rules/network/no-automatic-public-addresses";
import { routesComeFirst } from "../../rules/network/routes-come-first";
import { subnetsAlike } from "../../rules/network/subnets-alike";
import { subnetsApart } from "../../rules/network/subnets-apart";
import { vpcRangePrivate } from "../../rules/network/vpc-range-private";

/** Networks, subnets and routes. */
export const networks: readonly Rule[] = [
  {
    id: "network/flow-logs",
    severity: "medium",
    title: "Each VPC has a flow log that records rejected traffic",
    why: "Without it nobody can say afterwards who reached what, nor why a connection was refused.",
    fix: 'Add an aws_flow_log with the VPC as vpc_id and traffic_type = "ALL" (or "REJECT"), and a log_destination.',
    references: ["CKV2_AWS_11", "FSBP EC2.6"],
    check: flowLogs,
  },
  {
    id: "network/flow-logs-by-the-minute",
    severity: "low",
    title: "Flow logs are written every minute",
    why: "By default AWS collects for ten minutes: an attack or an outage is over before the first line of it is there.",
    fix: "Set max_aggregation_interval = 60.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-basics.html"],
    check: flowLogsByTheMinute,
  },
  {
    id: "network/nat-gateway-per-zone",
    severity: "high",
    title: "Private subnets leave by a NAT gateway of their own zone",
    why: "The outage of one zone takes away the other zones' way to registries, parameters and AWS itself: no task starts anywhere.",
    fix: `Add an aws_nat_gateway in each zone, and lead each private subnet's default route to its own; to have one on purpose, tag it NatGateways = "single".`,
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html"],
    check: natGatewayPerZone,
  },
  {
    id: "network/nat-gateways-in-public-subnets",
    severity: "high",
    title: "NAT gateways are in subnets that lead to the internet",
    why: "A NAT gateway without a way out is a dead end: instances don't register, images and secrets can't be fetched.",
    fix: "Associate the NAT gateway's subnet with a route table whose default route leads to an aws_internet_gateway.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html"],
    check: natGatewaysInPublicSubnets,
  },
  {
    id: "network/compute-in-private-subnets",
    severity: "high",
    title: "Instances and tasks are in subnets without a route to the internet gateway",
    why: "One public address or open port, and an instance with every task's secrets is on the internet.",
    fix: "Name subnets in vpc_zone_identifier and network_configuration whose default route leads to a NAT gateway.",
    references: [
      "https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/networking-outbound.html",
      "Prowler vpc_subnet_separate_private_public",
    ],
    check: computeInPrivateSubnets,
  },
  {
    id: "network/no-automatic-public-addresses",
    severity: "medium",
    title: "Subnets give out no public addresses",
    why: "Whatever is started there, by whomever and for whatever, is on the internet at once.",
    fix: "Set map_public_ip_on_launch = false on the aws_subnet, or leave it out.",
    references: ["CKV_AWS_130", "FSBP EC2.15"],
    check: noAutomaticPublicAddresses,
  },
  {
    id: "network/subnets-apart",
    severity: "medium",
    title: "Subnets lie in the range of their VPC, apart from each other",
    why: "AWS refuses a range outside the VPC or one that overlaps another, in the middle of an apply; a wider one leaves none for what comes next.",
    fix: "Give each subnet a range of its own within the VPC's, of /16 to /28.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"],
    check: subnetsApart,
  },
  {
    id: "network/subnets-alike",
    severity: "low",
    title: "Subnets of one kind are of one size in every zone",
    why: "A group spreads evenly: the zone with the smallest subnet is full first, and no more instances or tasks come in any of them that keep the balance.",
    fix: "Give the subnets of a VPC that have the same way out the same prefix length.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html"],
    check: subnetsAlike,
  },
  {
    id: "network/vpc-range-private",
    severity: "medium",
    title: "VPCs have a private range, and say it",
    why: "With a public range the real owners of its addresses are out of reach; a range larger than /16 AWS refuses, and without any the pool decides.",
    fix: "Set cidr_block to a range of RFC 1918, of /16 to /28: the plan of the network that it will be connected to says which.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"],
    check: vpcRangePrivate,
  },
  {
    id: "network/gateways-in-order",
    severity: "low",
    title: "NAT gateways and their addresses wait for the internet gateway",
    why: "Without the internet gateway a NAT gateway is made and fails; on destroy, addresses that are still in use hold the gateway's end up.",
    fix: "Add depends_on = [aws_internet_gateway…] to aws_nat_gateway and aws_eip.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/nat_gateway"],
    check: gatewaysInOrder,
  },
  {
    id: "network/routes-come-first",
    severity: "medium",
    title: "Load balancers and instances wait for the routes of their subnets",
    why: "An instance that starts without a way out never joins, and is only found by its absence; on destroy, routes that go first cut off what still drains.",
    fix: "Add the aws_route_table_association of each subnet to depends_on of the load balancer and the Auto Scaling group.",
    references: ["https://developer.hashicorp.com/terraform/language/meta-arguments/depends_on"],
    check: routesComeFirst,
  },
  {
    id: "network/named",
    severity: "low",
    title: "Parts of a network have a name",
    why: "In the console, in flow logs and on the bill AWS shows ids only: in the night of an outage nobody knows which subnet is which.",
    fix: "Set tags.Name on the resource.",
    references: ["https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html"],
    check: named,
  },
];
