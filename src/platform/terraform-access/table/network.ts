import { type Access, type AccessTable, actionsOf, type Grant } from "../grant";
import { listed } from "../listed";
import type { Scope } from "../scope";
import { makes } from "./made-in-ec2";

const ec2 = actionsOf("ec2");

/** Tags of what is there. */
const tags = (scope: Scope, type: string): Grant => scope.ownOnes(ec2("CreateTags", "DeleteTags"), "ec2", type);

const vpc: Access = (_, scope) => ({
  read: [
    scope.reads(ec2("DescribeNetworkAcls", "DescribeRouteTables", "DescribeSecurityGroups", "DescribeVpcs")),
    scope.ownOnes(ec2("DescribeVpcAttribute"), "ec2", "vpc"),
  ],
  create: [...makes(scope, "CreateVpc", "vpc"), scope.ownOnes(ec2("ModifyVpcAttribute"), "ec2", "vpc")],
  update: [tags(scope, "vpc")],
  delete: [scope.ownOnes(ec2("DeleteVpc"), "ec2", "vpc")],
});

const subnet: Access = ({ body }, scope) => ({
  // Network interfaces: what hangs on a subnet keeps it from being deleted.
  read: [scope.reads(ec2("DescribeNetworkInterfaces", "DescribeSubnets"))],
  create: [
    ...makes(scope, "CreateSubnet", "subnet"),
    ...scope.named(ec2("CreateSubnet"), "vpc", body.vpc_id),
    scope.ownOnes(ec2("ModifySubnetAttribute"), "ec2", "subnet"),
  ],
  update: [tags(scope, "subnet")],
  delete: [scope.ownOnes(ec2("DeleteSubnet"), "ec2", "subnet")],
});

const internetGateway: Access = ({ body }, scope) => {
  const onBoth = (...actions: readonly string[]) => [
    scope.ownOnes(ec2(...actions), "ec2", "internet-gateway"),
    ...scope.named(ec2(...actions), "vpc", body.vpc_id),
  ];
  return {
    read: [scope.reads(ec2("DescribeInternetGateways"))],
    create: [...makes(scope, "CreateInternetGateway", "internet-gateway"), ...onBoth("AttachInternetGateway")],
    update: [tags(scope, "internet-gateway")],
    delete: [
      ...onBoth("DetachInternetGateway"),
      scope.ownOnes(ec2("DeleteInternetGateway"), "ec2", "internet-gateway"),
    ],
  };
};

const elasticIp: Access = (_, scope) => ({
  read: [scope.reads(ec2("DescribeAddresses", "DescribeAddressesAttribute"))],
  create: makes(scope, "AllocateAddress", "elastic-ip"),
  update: [tags(scope, "elastic-ip")],
  delete: [scope.ownOnes(ec2("DisassociateAddress", "ReleaseAddress"), "ec2", "elastic-ip")],
});

const natGateway: Access = ({ body }, scope) => ({
  read: [scope.reads(ec2("DescribeNatGateways"))],
  create: [
    ...makes(scope, "CreateNatGateway", "natgateway"),
    ...scope.named(ec2("CreateNatGateway"), "subnet", body.subnet_id),
    scope.ownOnes(ec2("CreateNatGateway"), "ec2", "elastic-ip"),
  ],
  update: [tags(scope, "natgateway")],
  delete: [scope.ownOnes(ec2("DeleteNatGateway"), "ec2", "natgateway")],
});

const routeTable: Access = ({ body }, scope) => ({
  read: [scope.reads(ec2("DescribeRouteTables"))],
  create: [
    ...makes(scope, "CreateRouteTable", "route-table"),
    ...scope.named(ec2("CreateRouteTable"), "vpc", body.vpc_id),
    scope.ownOnes(ec2("CreateRoute"), "ec2", "route-table"),
  ],
  update: [tags(scope, "route-table"), scope.ownOnes(ec2("DeleteRoute", "ReplaceRoute"), "ec2", "route-table")],
  delete: [scope.ownOnes(ec2("DeleteRouteTable"), "ec2", "route-table")],
});

const routeTableAssociation: Access = ({ body }, scope) => {
  const onBoth = (...actions: readonly string[]) => [
    ...scope.named(ec2(...actions), "route-table", body.route_table_id),
    ...scope.named(ec2(...actions), "subnet", body.subnet_id),
  ];
  return {
    read: [scope.reads(ec2("DescribeRouteTables"))],
    create: onBoth("AssociateRouteTable"),
    update: [scope.ownOnes(ec2("ReplaceRouteTableAssociation"), "ec2", "route-table")],
    delete: onBoth("DisassociateRouteTable"),
  };
};

const securityGroup: Access = ({ body }, scope) => {
  const rules = ["Authorize", "Revoke"].flatMap((verb) =>
    ["Ingress", "Egress"].map((way) => `${verb}SecurityGroup${way}`),
  );
  return {
    read: [scope.reads(ec2("DescribeNetworkInterfaces", "DescribeSecurityGroupRules", "DescribeSecurityGroups"))],
    create: [
      ...makes(scope, "CreateSecurityGroup", "security-group"),
      ...scope.named(ec2("CreateSecurityGroup"), "vpc", body.vpc_id),
      scope.ownOnes(ec2(...rules), "ec2", "security-group"),
    ],
    update: [tags(scope, "security-group")],
    delete: [scope.ownOnes(ec2("DeleteSecurityGroup"), "ec2", "security-group")],
  };
};

/**
 * Each new VPC comes with one, which Terraform adopts and empties. It has no mark, no name of its own and no id that is
 * known, so a group without a mark is as near as IAM comes to it: those of other environments have theirs.
 */
const defaultSecurityGroup: Access = (_, scope) => ({
  read: [scope.reads(ec2("DescribeSecurityGroupRules", "DescribeSecurityGroups"))],
  create: [
    { actions: ec2("CreateTags"), resources: [scope.arn("ec2", "security-group/*")], condition: scope.claiming },
    scope.ownOnes(ec2("RevokeSecurityGroupEgress", "RevokeSecurityGroupIngress"), "ec2", "security-group"),
  ],
  update: [tags(scope, "security-group")],
});

const vpcEndpoint: Access = ({ body }, scope) => {
  const parts = (...actions: readonly string[]) => [
    ...scope.named(ec2(...actions), "route-table", ...listed(body.route_table_ids)),
    ...scope.named(ec2(...actions), "security-group", ...listed(body.security_group_ids)),
    ...scope.named(ec2(...actions), "subnet", ...listed(body.subnet_ids)),
  ];
  return {
    read: [scope.reads(ec2("DescribeNetworkInterfaces", "DescribePrefixLists", "DescribeVpcEndpoints"))],
    create: [
      ...makes(scope, "CreateVpcEndpoint", "vpc-endpoint"),
      ...scope.named(ec2("CreateVpcEndpoint"), "vpc", body.vpc_id),
      ...parts("CreateVpcEndpoint"),
    ],
    update: [
      tags(scope, "vpc-endpoint"),
      scope.ownOnes(ec2("ModifyVpcEndpoint"), "ec2", "vpc-endpoint"),
      ...parts("ModifyVpcEndpoint"),
    ],
    delete: [scope.ownOnes(ec2("DeleteVpcEndpoints"), "ec2", "vpc-endpoint")],
  };
};

const flowLog: Access = ({ body }, scope) => ({
  read: [scope.reads(ec2("DescribeFlowLogs"))],
  create: [
    ...makes(scope, "CreateFlowLogs", "vpc-flow-log"),
    ...scope.named(ec2("CreateFlowLogs"), "vpc", body.vpc_id),
  ],
  update: [tags(scope, "vpc-flow-log")],
  delete: [scope.ownOnes(ec2("DeleteFlowLogs"), "ec2", "vpc-flow-log")],
});

export const network: AccessTable = {
  aws_default_security_group: defaultSecurityGroup,
  aws_eip: elasticIp,
  aws_flow_log: flowLog,
  aws_internet_gateway: internetGateway,
  aws_nat_gateway: natGateway,
  aws_route_table: routeTable,
  aws_route_table_association: routeTableAssociation,
  aws_security_group: securityGroup,
  aws_subnet: subnet,
  aws_vpc: vpc,
  aws_vpc_endpoint: vpcEndpoint,
};
