import { Netmask } from "netmask";

/** IPv4 ranges of one zone's subnets, in CIDR notation. */
export interface ZoneCidrs {
  readonly privateCidr: string;
  readonly publicCidr: string;
}

/** The private subnets take the first of them, one a zone; the public subnets share the last. */
const PARTS = 8;
const PART_BITS = Math.log2(PARTS);

/**
 * Cuts the VPC's range for that many zones, 1–6: the i-th private subnet is the i-th eighth, the i-th public subnet the
 * i-th eighth of the last eighth. One zone more never moves the others.
 */
export function zoneCidrs(vpcCidr: string, zones: number): ZoneCidrs[] {
  const publicRange = part(vpcCidr, PARTS - 1);
  return Array.from({ length: zones }, (_, zone) => ({
    privateCidr: part(vpcCidr, zone),
    publicCidr: part(publicRange, zone),
  }));
}

function part(cidr: string, index: number): string {
  const whole = new Netmask(cidr);
  return new Netmask(`${whole.base}/${whole.bitmask + PART_BITS}`).next(index).toString();
}
