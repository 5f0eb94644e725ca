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
 * The ranges of the i-th zone, 0–5: its private subnet is the i-th eighth of the VPC's range, its public subnet the i-th
 * eighth of the last eighth. Neither depends on how many zones there are, so one more never moves the others.
 */
export function zoneCidrs(vpcCidr: string, zone: number): ZoneCidrs {
  return { privateCidr: part(vpcCidr, zone), publicCidr: part(part(vpcCidr, PARTS - 1), zone) };
}

function part(cidr: string, index: number): string {
  const whole = new Netmask(cidr);
  return new Netmask(`${whole.base}/${whole.bitmask + PART_BITS}`).next(index).toString();
}
