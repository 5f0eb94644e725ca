import type { Parameters } from "../protocol/call";

/** Types of EC2's resources by what their ids begin with; of what isn't here, IAM knows no ARN, or no call of ours is about it. */
const TYPES: { readonly [prefix: string]: string } = {
  ami: "image",
  eipalloc: "elastic-ip",
  eni: "network-interface",
  fl: "vpc-flow-log",
  i: "instance",
  igw: "internet-gateway",
  lt: "launch-template",
  nat: "natgateway",
  rtb: "route-table",
  sg: "security-group",
  subnet: "subnet",
  vol: "volume",
  vpc: "vpc",
  vpce: "vpc-endpoint",
};

/** What an operation makes, where its name doesn't say. */
const MADE: { readonly [operation: string]: string } = {
  AllocateAddress: "elastic-ip",
  CreateFlowLogs: "vpc-flow-log",
  CreateNatGateway: "natgateway",
};
/** They begin as others that make something, and don't. */
const MAKES_NOTHING = ["CreateLaunchTemplateVersion", "CreateRoute", "CreateTags"];

/** The type that an operation makes; `undefined` where it makes nothing. */
export function madeBy(operation: string): string | undefined {
  if (MAKES_NOTHING.includes(operation) || !/^(Create|Allocate)/.test(operation)) return undefined;
  const type = operation.replace("Create", "").replaceAll(/([a-z])([A-Z])/g, "$1-$2");
  return MADE[operation] ?? type.toLowerCase();
}

/** What an EC2 call is about: what it names itself (not within rules), and what it makes. */
export function ec2Resources(
  parameters: Parameters,
  arn: (resource: string) => string,
  operation: string,
): readonly string[] {
  if (operation.startsWith("Describe") && operation !== "DescribeVpcAttribute") return [];
  const ids = Object.entries(parameters).flatMap(([name, value]) => {
    // Where a route leads, IAM doesn't ask.
    if (/Route$/.test(operation) && name !== "RouteTableId") return [];
    return [value].flat().filter((id) => typeof id === "string");
  });
  const given = ids.flatMap((id) => {
    const type = TYPES[/^([a-z]+)-[0-9a-f]+$/.exec(id)?.[1] ?? ""];
    return type === undefined ? [] : [arn(`${type}/${id}`)];
  });
  const made = madeBy(operation);
  return made === undefined ? given : [...given, arn(`${made}/new`)];
}
