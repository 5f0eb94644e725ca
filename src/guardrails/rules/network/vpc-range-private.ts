import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { isPrivate } from "../../vocabulary/addresses";

/** The network's own address, and no other one of its range. */
function isNetworkAddress(cidr: string): boolean {
  const [address = "", bits] = cidr.split("/");
  const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return number % 2 ** (32 - Number(bits)) === 0;
}

const OWN_RANGE = known("a private range of /16 to /28", (value) => {
  const cidr = String(value);
  return /\/(1[6-9]|2[0-8])$/.test(cidr) && isPrivate(cidr) && isNetworkAddress(cidr);
});

export const vpcRangePrivate: Check = (plan) =>
  plan
    .resources("aws_vpc")
    .filter((vpc) => vpc.get("ipv4_ipam_pool_id") === undefined)
    .map((vpc) => judgeAttribute(vpc, "cidr_block", OWN_RANGE));
