import { type SubnetFact, subnets } from "../../../plan/facts/network";
import { judge } from "../../judge";
import type { Check } from "../../rule";

/** Those of a VPC that have the same way out: the public ones, those behind NAT gateways, those without any. */
const tierOf = ({ vpc, defaultRoute }: SubnetFact) => `${vpc?.address} ${defaultRoute.kind}`;

/** Of subnets with siblings in other zones; what most of them have is the tier's size. */
export const subnetsAlike: Check = (plan) => {
  const all = subnets(plan).filter(({ subnet }) => sizeOf(subnet.get("cidr_block")) !== undefined);
  return all.flatMap((fact) => {
    const tier = all.filter((other) => tierOf(other) === tierOf(fact));
    if (tier.length < 3 || fact.vpc === undefined) return [];
    const sizes = tier.map(({ subnet }) => sizeOf(subnet.get("cidr_block")));
    const usual = sizes.find((size) => sizes.filter((one) => one === size).length > tier.length / 2);
    const own = sizeOf(fact.subnet.get("cidr_block"));
    return [
      judge(
        fact.subnet.address,
        usual === undefined || own === usual,
        `it is a /${own}, and the others of its kind are /${usual}`,
      ),
    ];
  });
};

function sizeOf(range: unknown): string | undefined {
  return /^[\d.]+\/(\d+)$/.exec(String(range))?.[1];
}
