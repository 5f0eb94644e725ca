import { Netmask } from "netmask";

/** Whether two ranges have an address in common; of two such ranges one always holds the other. */
export function overlap(one: string, other: string): boolean {
  const [a, b] = [new Netmask(one), new Netmask(other)];
  return a.contains(b.base) || b.contains(a.base);
}

/** Whether a range lies whole inside another. */
export function isWithin(inner: string, outer: string): boolean {
  const [a, b] = [new Netmask(inner), new Netmask(outer)];
  return b.contains(a.base) && a.bitmask >= b.bitmask;
}

/** The range as it should be written: its first address, without host bits. */
export function canonical(cidr: string): string {
  const { base, bitmask } = new Netmask(cidr);
  return `${base}/${bitmask}`;
}

export function prefixLength(cidr: string): number {
  return new Netmask(cidr).bitmask;
}
