import type { Aws } from "../client";
import type { Call } from "../protocol/call";

/**
 * A call about a route table's association as IAM sees it: about the table and the subnet that the association is between,
 * since IAM knows no ARN of its own for it.
 */
export async function withAssociation(call: Call, aws: Aws): Promise<Call> {
  const { service, parameters } = call;
  const { AssociationId } = parameters;
  if (service !== "ec2" || typeof AssociationId !== "string" || !AssociationId.startsWith("rtbassoc-")) return call;
  const Filter = [{ Name: "association.route-table-association-id", Value: [AssociationId] }];
  const { routeTableSet } = await aws.call("ec2", "DescribeRouteTables", { Filter });
  const [table] = routeTableSet || [];
  const association = [table?.associationSet || []]
    .flat()
    .find((one: { readonly routeTableAssociationId: string }) => one.routeTableAssociationId === AssociationId);
  if (association === undefined) return call;
  const { routeTableId, subnetId } = association;
  return { ...call, parameters: { RouteTableId: routeTableId, SubnetId: subnetId, ...parameters } };
}
