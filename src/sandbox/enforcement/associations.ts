import type { Aws } from "../client";
import type { Call, Parameters } from "../protocol/call";

/**
 * A call about an association as IAM sees it: about what the association is between, since IAM knows no ARN of its own for
 * it. A route table's is between the table and a subnet; an address's is the address's.
 */
export async function withAssociation(call: Call, aws: Aws): Promise<Call> {
  const { service, parameters } = call;
  const { AssociationId: id } = parameters;
  if (service !== "ec2" || typeof id !== "string") return call;
  const between = id.startsWith("rtbassoc-") ? await tableAndSubnet(id, aws) : await address(id, aws);
  return { ...call, parameters: { ...between, ...parameters } };
}

async function tableAndSubnet(id: string, aws: Aws): Promise<Parameters> {
  const Filter = [{ Name: "association.route-table-association-id", Value: [id] }];
  const { routeTableSet } = await aws.call("ec2", "DescribeRouteTables", { Filter });
  const [table] = routeTableSet || [];
  const { routeTableId: RouteTableId, subnetId: SubnetId } = Object(
    [table?.associationSet || []].flat().find((one) => Object(one).routeTableAssociationId === id),
  );
  return { RouteTableId, SubnetId };
}

async function address(id: string, aws: Aws): Promise<Parameters> {
  const Filter = [{ Name: "association-id", Value: [id] }];
  const { addressesSet } = await aws.call("ec2", "DescribeAddresses", { Filter });
  return { AllocationId: Object((addressesSet || [])[0]).allocationId };
}
