import { Netmask } from "netmask";
import { subnets } from "../../../plan/facts/network";
import type { Resource } from "../../../plan/plan";
import { Unknown } from "../../../plan/value";
import { judge, undecided } from "../../judge";
import type { Check } from "../../rule";

const CIDR = /^[\d.]+\/(1[6-9]|2[0-8])$/;

/** About IPv4: what AWS gives of IPv6 can't overlap. */
export const subnetsApart: Check = (plan) => {
  const all = subnets(plan);
  return all.flatMap(({ subnet, vpc }) => {
    const { address } = subnet;
    const [own, whole] = [rangeOf(subnet), vpc && rangeOf(vpc)];
    if (own === undefined)
      return subnet.get("ipv6_native") === true ? [] : [judge(address, false, "it has no cidr_block")];
    if (own instanceof Unknown || whole instanceof Unknown)
      return [undecided(address, "ranges are known only at apply")];
    if (!CIDR.test(own)) return [judge(address, false, `${own} is no range of a subnet: /16 to /28`)];
    const siblings = all.filter((other) => other.vpc === vpc && vpc !== undefined && other.subnet !== subnet);
    const overlapping = siblings
      .filter((other) => overlaps(own, rangeOf(other.subnet)))
      .map((other) => other.subnet.address);
    const isInside = whole === undefined || !CIDR.test(whole) || new Netmask(whole).contains(own);
    return [
      judge(
        address,
        isInside && overlapping.length === 0,
        isInside ? `${own} overlaps ${overlapping.join(", ")}` : `${own} isn't in its VPC's ${whole}`,
      ),
    ];
  });
};

function rangeOf(resource: Resource): string | Unknown | undefined {
  const range = resource.get("cidr_block");
  return range === undefined || range instanceof Unknown ? range : String(range);
}

/** Of two ranges that overlap, one contains the other. */
function overlaps(own: string, other: string | Unknown | undefined): boolean {
  if (typeof other !== "string" || !CIDR.test(other)) return false;
  const [a, b] = [new Netmask(own), new Netmask(other)];
  return a.contains(b) || b.contains(a);
}
