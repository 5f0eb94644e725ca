import type { Rule } from "../../rule";
import { endpointGroupsClosed } from "../../rules/network/endpoint-groups-closed";
import { endpointPolicies } from "../../rules/network/endpoint-policies";
import { endpointsAdmitCompute } from "../../rules/network/endpoints-admit-compute";
import { endpointsInEveryZone } from "../../rules/network/endpoints-in-every-zone";
import { endpointsPrivateDns } from "../../rules/network/endpoints-private-dns";
import { interfaceEndpoints } from "../../rules/network/interface-endpoints";
import { privateNamesResolve } from "../../rules/network/private-names-resolve";
import { s3EndpointAdmitsLayers } from "../../rules/network/s3-endpoint-admits-layers";
import { s3EndpointOwnBuckets } from "../../rules/network/s3-endpoint-own-buckets";
import { s3GatewayEndpoint } from "../../rules/network/s3-gateway-endpoint";
import { ssmInterfaceEndpoint } from "../../rules/network/ssm-interface-endpoint";

/** VPC endpoints: AWS's services without the internet. */
export const endpoints: readonly Rule[] = [
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
    references: [
      "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
      "FSBP EC2.55",
      "FSBP EC2.56",
    ],
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
    references: [
      "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
      "Prowler vpc_endpoint_connections_trust_boundaries",
    ],
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
    references: [
      "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
      "Prowler vpc_endpoint_multi_az_enabled",
    ],
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
    id: "network/s3-endpoint-admits-layers",
    severity: "high",
    title: "The policy of the S3 endpoint lets layers of images pass",
    why: "ECR keeps them in a bucket of AWS's own: with a policy that names the account's buckets only, no task starts any more.",
    fix: "Allow s3:GetObject on arn:aws:s3:::prod-<region>-starport-layer-bucket/*, without a condition on accounts.",
    references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-setting-up-s3-gateway"],
    check: s3EndpointAdmitsLayers,
  },
];
