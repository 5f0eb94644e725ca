import type { Rule } from "../../rule";
import { aclsAttached } from "../../rules/network/acls-attached";
import { aclsClosed } from "../../rules/network/acls-closed";
import { blockPublicAccessOn } from "../../rules/network/block-public-access-on";
import { egressSinglePorts } from "../../rules/network/egress-single-ports";
import { internetReachesLoadBalancersOnly } from "../../rules/network/internet-reaches-load-balancers-only";
import { noDefaultVpc } from "../../rules/network/no-default-vpc";
import { noNatInstances } from "../../rules/network/no-nat-instances";
import { peeringRoutesNarrow } from "../../rules/network/peering-routes-narrow";
import { publicAddressesInUse } from "../../rules/network/public-addresses-in-use";
import { rulesLeadSomewhere } from "../../rules/network/rules-lead-somewhere";
import { securityGroupsInUse } from "../../rules/network/security-groups-in-use";
import { sourceDestinationCheck } from "../../rules/network/source-destination-check";

/** What lies open, and what is there without being used. */
export const exposure: readonly Rule[] = [
  {
    id: "network/internet-reaches-load-balancers-only",
    severity: "high",
    title: "Nothing but a load balancer lets the internet in",
    why: "Whatever else is in the group answers to everybody, past the load balancer, its certificate and its firewall.",
    fix: "Give the load balancer a security group of its own, and let the others admit that group.",
    references: ["CKV_AWS_260", "FSBP EC2.18", "AVD-AWS-0107"],
    check: internetReachesLoadBalancersOnly,
  },
  {
    id: "network/security-groups-in-use",
    severity: "low",
    title: "Security groups have something in them",
    why: "A group that nothing is in protects nothing now, and lets in what nobody remembers once somebody puts something into it.",
    fix: "Name the group where it is meant to be, or remove it.",
    references: ["CKV2_AWS_5"],
    check: securityGroupsInUse,
  },
  {
    id: "network/acls-attached",
    severity: "low",
    title: "Network ACLs have subnets under them",
    why: "An ACL without subnets filters nothing: those that it was meant for are under the VPC's default one, which lets everything through.",
    fix: "Set subnet_ids on the aws_network_acl, or add an aws_network_acl_association.",
    references: ["CKV2_AWS_1"],
    check: aclsAttached,
  },
  {
    id: "network/acls-closed",
    severity: "medium",
    title: "Network ACLs let the internet in neither on all ports nor to FTP, SSH and RDP",
    why: "An ACL that lets everything in is none: the next wrong security group is open at once.",
    fix: "Let in the ports that are served, and 1024–65535 for answers; an ACL keeps no track of connections.",
    references: ["CKV_AWS_229", "CKV_AWS_230", "CKV_AWS_231", "CKV_AWS_232", "CKV_AWS_352", "Security Hub EC2.21"],
    check: aclsClosed,
  },
  {
    id: "network/no-default-vpc",
    severity: "medium",
    title: "Nothing is in the account's default VPC",
    why: "Its subnets are all public, and it is shared with whatever anybody tried out in the account.",
    fix: "Make an aws_vpc with subnets of its own instead of an aws_default_vpc.",
    references: ["CKV_AWS_148"],
    check: noDefaultVpc,
  },
  {
    id: "network/peering-routes-narrow",
    severity: "medium",
    title: "Routes to a peered VPC name its ranges",
    why: "A default route to it sends whatever is for the internet to somebody else's network, where it ends, or is read.",
    fix: "Name the peered VPC's own ranges in the route with vpc_peering_connection_id.",
    references: ["CKV2_AWS_44"],
    check: peeringRoutesNarrow,
  },
  {
    id: "network/no-nat-instances",
    severity: "high",
    title: "Default routes lead to gateways, not to an instance",
    why: "One instance is the way out of everything behind it: when it is full, or gone, no task starts and none answers.",
    fix: "Set nat_gateway_id in the default route, to an aws_nat_gateway of the same zone.",
    references: ["CKV2_AWS_35"],
    check: noNatInstances,
  },
  {
    id: "network/public-addresses-in-use",
    severity: "low",
    title: "Elastic IP addresses belong to something",
    why: "An address that nothing has is paid for by the hour, and keeps counting towards the account's limit of five.",
    fix: "Name the address in the NAT gateway or the association that it is for, or remove the aws_eip.",
    references: ["CKV2_AWS_19"],
    check: publicAddressesInUse,
  },
  {
    id: "network/source-destination-check",
    severity: "medium",
    title: "Network interfaces take and send what is theirs only",
    why: "Without the check an instance may pass on other machines' traffic, or send in their name.",
    fix: "Leave source_dest_check out, or set it to true; a NAT gateway does the work of a NAT instance.",
    references: ["FSBP EC2.180"],
    check: sourceDestinationCheck,
  },
  {
    id: "network/block-public-access-on",
    severity: "medium",
    title: "Block Public Access of the region's VPCs, where it is set, isn't off",
    why: "Switching it off opens every internet gateway of the region again, those that nobody thinks of too.",
    fix: 'Set internet_gateway_block_mode to "block-ingress" or "block-bidirectional", and add an aws_vpc_block_public_access_exclusion for subnets of public load balancers.',
    references: ["FSBP EC2.172"],
    check: blockPublicAccessOn,
  },
  {
    id: "network/egress-single-ports",
    severity: "low",
    title: "Security groups let out on single ports, or on those that tasks are given",
    why: "A range from one well-known port to another holds every database and every remote shell between them.",
    fix: "Give from_port and to_port the same port; a range may begin at 32768, where tasks get their ports.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    check: egressSinglePorts,
  },
  {
    id: "network/rules-lead-somewhere",
    severity: "medium",
    title: "Rules of security groups name whom they let through",
    why: "A rule without a range, list or group opens nothing: what was to get through doesn't, though a rule of its port is there.",
    fix: "Set cidr_blocks, ipv6_cidr_blocks, prefix_list_ids, security_groups or self.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    check: rulesLeadSomewhere,
  },
];
