import type { Rule } from "../../rule";
import { computeAdmitsLoadBalancerByGroup } from "../../rules/network/compute-admits-load-balancer-by-group";
import { computeClosedToTheInternet } from "../../rules/network/compute-closed-to-the-internet";
import { computeOpensPortsInUse } from "../../rules/network/compute-opens-ports-in-use";
import { computeReachesAws } from "../../rules/network/compute-reaches-aws";
import { defaultSecurityGroupEmptied } from "../../rules/network/default-security-group-emptied";
import { egressByProtocol } from "../../rules/network/egress-by-protocol";
import { egressRangesNarrow } from "../../rules/network/egress-ranges-narrow";
import { explicitEgress } from "../../rules/network/explicit-egress";
import { inlineRules } from "../../rules/network/inline-rules";
import { loadBalancerAdmitsItsListeners } from "../../rules/network/load-balancer-admits-its-listeners";
import { loadBalancerEgressToTargets } from "../../rules/network/load-balancer-egress-to-targets";
import { loadBalancerReachesItsTargets } from "../../rules/network/load-balancer-reaches-its-targets";
import { noRemoteAdministration } from "../../rules/network/no-remote-administration";
import { publicPorts443And80Only } from "../../rules/network/public-ports-443-and-80-only";
import { securityGroupDescriptions } from "../../rules/network/security-group-descriptions";
import { securityGroupReplacedBeforeDestroyed } from "../../rules/network/security-group-replaced-before-destroyed";
import { securityGroupsNamed } from "../../rules/network/security-groups-named";

/** Security groups and their rules. */
export const securityGroups: readonly Rule[] = [
  {
    id: "network/default-security-group-emptied",
    severity: "medium",
    title: "Each VPC's default security group is adopted and has no rules",
    why: "What is started without a group of its own gets this one, and with it the way to everything else that has it.",
    fix: "Add an aws_default_security_group for the VPC without ingress and egress.",
    references: ["CKV2_AWS_12", "FSBP EC2.2"],
    check: defaultSecurityGroupEmptied,
  },
  {
    id: "network/security-groups-named",
    severity: "medium",
    title: "What is in the VPC names its security groups",
    why: "It gets the VPC's default group: open to all its members, or closed to everybody, never what was meant.",
    fix: "Set security_groups on the load balancer and in network_configuration, vpc_security_group_ids (or those of network_interfaces) on the launch template, security_group_ids on the endpoint.",
    references: ["FSBP EC2.2"],
    check: securityGroupsNamed,
  },
  {
    id: "network/security-group-descriptions",
    severity: "low",
    title: "Security groups and their rules say what they are for",
    why: "Nobody dares to remove a rule that nobody can explain, so it stays open for ever.",
    fix: "Set description on the aws_security_group and on each of its rules.",
    references: ["CKV_AWS_23"],
    check: securityGroupDescriptions,
  },
  {
    id: "network/no-remote-administration",
    severity: "high",
    title: "No security group lets SSH or RDP in",
    why: "Passwords and keys are tried day and night; one that leaked is a shell beside every task's secrets.",
    fix: "Remove the rule; ECS Exec and Session Manager need no open port.",
    references: ["CKV_AWS_24", "CKV_AWS_25", "FSBP EC2.19", "AVD-AWS-0107"],
    check: noRemoteAdministration,
  },
  {
    id: "network/compute-closed-to-the-internet",
    severity: "high",
    title: "Instances and tasks let nothing in from the internet",
    why: "Requests reach tasks past the load balancer: without TLS, firewall, access logs and limits.",
    fix: "Remove public ranges from the ingress of the group, and let the load balancer's group in instead.",
    references: ["CKV_AWS_277", "FSBP EC2.18"],
    check: computeClosedToTheInternet,
  },
  {
    id: "network/compute-admits-load-balancer-by-group",
    severity: "medium",
    title: "Instances and tasks let the load balancer's group in, not ranges",
    why: "A range lets in whatever has an address in it, today or later; without the load balancer's group, no request arrives.",
    fix: "Name the load balancer's group in security_groups of the ingress rule, and no cidr_blocks.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    ],
    check: computeAdmitsLoadBalancerByGroup,
  },
  {
    id: "network/compute-reaches-aws",
    severity: "high",
    title: "Instances and tasks are let out by HTTPS",
    why: "AWS, its endpoints and the registries are reached by it: without it no instance joins and no task starts.",
    fix: "Add an egress rule for port 443 to each group of instances and tasks.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/networking-outbound.html"],
    check: computeReachesAws,
  },
  {
    id: "network/load-balancer-admits-its-listeners",
    severity: "high",
    title: "Load balancers are let in to on the ports that they listen on",
    why: "The connection isn't answered: to who uses it, the site is down; without port 80, so it is for who types its name.",
    fix: "Add an ingress rule for each listener's port to the load balancer's group.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    ],
    check: loadBalancerAdmitsItsListeners,
  },
  {
    id: "network/load-balancer-reaches-its-targets",
    severity: "high",
    title: "Load balancers are let out to the ports of their targets",
    why: "No health check arrives, every target is unhealthy, and every request is answered by 503 or 504.",
    fix: "Add an egress rule for the targets' ports (dynamic ones: 32768–60999) to the load balancer's group.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    ],
    check: loadBalancerReachesItsTargets,
  },
  {
    id: "network/compute-opens-ports-in-use",
    severity: "medium",
    title: "Instances and tasks open only ports that containers listen on",
    why: "A debugger, an agent's port or a database that is started later for a test is reachable at once.",
    fix: "Set from_port and to_port of the ingress rule to the container's port, or to the dynamic range (32768 and up).",
    references: ["FSBP EC2.18"],
    check: computeOpensPortsInUse,
  },
  {
    id: "network/public-ports-443-and-80-only",
    severity: "high",
    title: "What is open to the internet is HTTPS, and HTTP to redirect it",
    why: "Every other port that the internet reaches is found by scanners within minutes.",
    fix: "Set from_port and to_port of the rule to 443 (or 80), or give its ranges.",
    references: ["FSBP EC2.18"],
    check: publicPorts443And80Only,
  },
  {
    id: "network/explicit-egress",
    severity: "medium",
    title: "Security groups say what may leave for the internet",
    why: "Whoever breaks in opens a tunnel, mines, or sends data away, by any port and protocol.",
    fix: "Replace egress to 0.0.0.0/0 on all ports by rules for the ports in use: HTTPS to anywhere, others to their ranges.",
    references: ["CKV_AWS_382", "AVD-AWS-0104"],
    check: explicitEgress,
  },
  {
    id: "network/security-group-replaced-before-destroyed",
    severity: "low",
    title: "Security groups are replaced before they are destroyed",
    why: "A changed description replaces the group: the old one is in use, can't be deleted, and the apply hangs until it fails.",
    fix: "Set create_before_destroy = true in the group's lifecycle, and name_prefix instead of name.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"],
    onlyIn: "configuration",
    check: securityGroupReplacedBeforeDestroyed,
  },
  {
    id: "network/inline-rules",
    severity: "medium",
    title: "Security groups keep their rules inline, so that one added by hand shows",
    why: "Beside separate rules, or where a direction isn't set, Terraform doesn't look: a port opened in the console stays open. Both kinds at once delete each other's rules at every apply.",
    fix: "Write the rules as ingress and egress of the aws_security_group ([] for none), and remove aws_security_group_rule and aws_vpc_security_group_*_rule.",
    references: ["https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group"],
    check: inlineRules,
  },
  {
    id: "network/load-balancer-egress-to-targets",
    severity: "medium",
    title: "Load balancers reach the subnets of their targets only",
    why: "A load balancer forwards what the internet sends. What it can reach beyond its targets, a mistake in a rule or a target group makes public.",
    fix: "Set cidr_blocks of its group's egress to the ranges of the subnets that instances and tasks are in, or name their group.",
    references: [
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-update-security-groups.html",
    ],
    check: loadBalancerEgressToTargets,
  },
  {
    id: "network/egress-ranges-narrow",
    severity: "low",
    title: "What goes to a range of addresses goes to one network at most",
    why: "A range wider than /16, the largest that a VPC may have, lets instances speak to networks that nobody has thought of.",
    fix: "Name the range of the network that is meant; the whole internet is for HTTPS, HTTP, DNS and time alone.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    check: egressRangesNarrow,
  },
  {
    id: "network/egress-by-protocol",
    severity: "medium",
    title: "Security groups let out named protocols",
    why: "All protocols are all ports, and ICMP and tunnels besides: a way out for whoever got in.",
    fix: "Set protocol to tcp or udp, and the ports.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    check: egressByProtocol,
  },
];
