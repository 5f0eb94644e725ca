import type { Rule } from "../rule";
import { computeAdmitsLoadBalancerByGroup } from "../rules/network/compute-admits-load-balancer-by-group";
import { computeClosedToTheInternet } from "../rules/network/compute-closed-to-the-internet";
import { computeInPrivateSubnets } from "../rules/network/compute-in-private-subnets";
import { computeOpensPortsInUse } from "../rules/network/compute-opens-ports-in-use";
import { computeReachesAws } from "../rules/network/compute-reaches-aws";
import { defaultSecurityGroupEmptied } from "../rules/network/default-security-group-emptied";
import { endpointGroupsClosed } from "../rules/network/endpoint-groups-closed";
import { endpointPolicies } from "../rules/network/endpoint-policies";
import { endpointsAdmitCompute } from "../rules/network/endpoints-admit-compute";
import { endpointsInEveryZone } from "../rules/network/endpoints-in-every-zone";
import { endpointsPrivateDns } from "../rules/network/endpoints-private-dns";
import { explicitEgress } from "../rules/network/explicit-egress";
import { flowLogs } from "../rules/network/flow-logs";
import { inlineRules } from "../rules/network/inline-rules";
import { interfaceEndpoints } from "../rules/network/interface-endpoints";
import { loadBalancerAdmitsItsListeners } from "../rules/network/load-balancer-admits-its-listeners";
import { loadBalancerReachesItsTargets } from "../rules/network/load-balancer-reaches-its-targets";
import { natGatewayPerZone } from "../rules/network/nat-gateway-per-zone";
import { natGatewaysInPublicSubnets } from "../rules/network/nat-gateways-in-public-subnets";
import { noAutomaticPublicAddresses } from "../rules/network/no-automatic-public-addresses";
import { noRemoteAdministration } from "../rules/network/no-remote-administration";
import { privateNamesResolve } from "../rules/network/private-names-resolve";
import { publicPorts443And80Only } from "../rules/network/public-ports-443-and-80-only";
import { s3EndpointOwnBuckets } from "../rules/network/s3-endpoint-own-buckets";
import { s3GatewayEndpoint } from "../rules/network/s3-gateway-endpoint";
import { securityGroupDescriptions } from "../rules/network/security-group-descriptions";
import { securityGroupReplacedBeforeDestroyed } from "../rules/network/security-group-replaced-before-destroyed";
import { securityGroupsNamed } from "../rules/network/security-groups-named";
import { ssmInterfaceEndpoint } from "../rules/network/ssm-interface-endpoint";

export const network: readonly Rule[] = [
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
    id: "network/default-security-group-emptied",
    severity: "medium",
    title: "Each VPC's default security group is adopted and has no rules",
    why: "What is started without a group of its own gets this one, and with it the way to everything else that has it.",
    fix: "Add an aws_default_security_group for the VPC without ingress and egress.",
    references: ["CKV2_AWS_12", "FSBP EC2.2"],
    check: defaultSecurityGroupEmptied,
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
    references: ["CKV2_AWS_35"],
    check: natGatewaysInPublicSubnets,
  },
  {
    id: "network/compute-in-private-subnets",
    severity: "high",
    title: "Instances and tasks are in subnets without a route to the internet gateway",
    why: "One public address or open port, and an instance with every task's secrets is on the internet.",
    fix: "Name subnets in vpc_zone_identifier and network_configuration whose default route leads to a NAT gateway.",
    references: ["https://docs.aws.amazon.com/AmazonECS/latest/bestpracticesguide/networking-outbound.html"],
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
    id: "network/s3-gateway-endpoint",
    severity: "medium",
    title: "Compute reaches S3 by a gateway endpoint",
    why: "Every layer of every image goes through the NAT gateway: paid by the gigabyte, and not pulled while NAT is down.",
    fix: 'Add an aws_vpc_endpoint for S3 with vpc_endpoint_type = "Gateway" and the private route tables in route_table_ids.',
    references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html"],
    check: s3GatewayEndpoint,
  },
  {
    id: "network/ssm-interface-endpoint",
    severity: "medium",
    title: "Compute reaches Systems Manager by an interface endpoint",
    why: "A task that starts while NAT is down gets no parameters, and doesn't start.",
    fix: "Add an aws_vpc_endpoint of the type Interface for the service com.amazonaws.REGION.ssm.",
    references: ["FSBP EC2.57"],
    check: ssmInterfaceEndpoint,
  },
  {
    id: "network/interface-endpoints",
    severity: "medium",
    title: "Compute reaches what it needs to start tasks by interface endpoints",
    why: "While NAT is down no image is pulled, no secret read and no log written: what fails isn't replaced, in any zone.",
    fix: `Add an aws_vpc_endpoint of the type Interface for ecr.api and ecr.dkr, secretsmanager and logs, where tasks use them; to leave some to NAT on purpose, name the others in the VPC's tag InterfaceEndpoints ("ssm logs").`,
    references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html", "FSBP EC2.55"],
    check: interfaceEndpoints,
  },
  {
    id: "network/endpoints-private-dns",
    severity: "medium",
    title: "Interface endpoints answer by the service's own name",
    why: "Nobody uses them: clients ask for the public name, and go through NAT as before.",
    fix: "Set private_dns_enabled = true on the aws_vpc_endpoint.",
    references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"],
    check: endpointsPrivateDns,
  },
  {
    id: "network/private-names-resolve",
    severity: "medium",
    title: "VPCs with interface endpoints resolve private names",
    why: "The endpoints' names lead to the public addresses: the endpoint is paid for and passed by.",
    fix: "Set enable_dns_support = true and enable_dns_hostnames = true on the aws_vpc.",
    references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"],
    check: privateNamesResolve,
  },
  {
    id: "network/endpoint-policies",
    severity: "medium",
    title: "Endpoints let only one's own credentials pass",
    why: "Who breaks into a task brings the keys of an account of his own, and data leaves past every IAM policy.",
    fix: "Set a policy on the aws_vpc_endpoint whose statements have a condition on aws:PrincipalAccount or aws:PrincipalOrgID.",
    references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html"],
    check: endpointPolicies,
  },
  {
    id: "network/s3-endpoint-own-buckets",
    severity: "medium",
    title: "The endpoint of S3 leads to one's own buckets, and to named ones",
    why: "A role that may write to any bucket writes to an attacker's, through the one way out that no log shows.",
    fix: "Add a condition on aws:ResourceAccount or aws:ResourceOrgID to each statement of the endpoint's policy that doesn't name buckets.",
    references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html"],
    check: s3EndpointOwnBuckets,
  },
  {
    id: "network/endpoints-in-every-zone",
    severity: "medium",
    title: "Interface endpoints are in each zone that compute is in",
    why: "Traffic crosses zones, and the outage of one zone cuts the others off from the service.",
    fix: "Name a subnet of each zone of compute in subnet_ids of the aws_vpc_endpoint.",
    references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"],
    check: endpointsInEveryZone,
  },
  {
    id: "network/endpoints-admit-compute",
    severity: "medium",
    title: "Interface endpoints let compute in",
    why: "With private names on, there is no other way to the service: secrets aren't fetched, logs aren't written, tasks don't start.",
    fix: "Add an ingress rule for port 443 from the security groups of instances and tasks to the endpoint's group.",
    references: ["https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html"],
    check: endpointsAdmitCompute,
  },
  {
    id: "network/endpoint-groups-closed",
    severity: "low",
    title: "Interface endpoints let in groups on 443, not ranges of addresses",
    why: "Whatever gets an address in the range, a forgotten machine or a peered network, reaches AWS through them.",
    fix: "Name security_groups instead of cidr_blocks in the ingress rules of the endpoint's group.",
    references: ["https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html"],
    check: endpointGroupsClosed,
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
    references: ["CKV_AWS_24", "CKV_AWS_25", "FSBP EC2.19"],
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
    references: ["CKV_AWS_382"],
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
];
