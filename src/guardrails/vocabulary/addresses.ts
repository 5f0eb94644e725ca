import { Netmask } from "netmask";

/** Ranges that the internet doesn't route: RFC 1918, carriers' (RFC 6598) and link-local ones. */
const PRIVATE = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16"].map(
  (range) => new Netmask(range),
);
/** Unique local and link-local addresses of IPv6. */
const PRIVATE_IPV6 = /^(f[cd][0-9a-f]{2}|fe[89ab][0-9a-f]):/i;

/** Whether a range, in CIDR notation, is so wide that it stands for the internet: halves of it are, too. */
export function isInternet(cidr: string): boolean {
  const bits = Number(cidr.split("/")[1] ?? Number.POSITIVE_INFINITY);
  return bits < (cidr.includes(":") ? 16 : 8);
}

/** Whether no address of a range is one of the internet's. */
export function isPrivate(cidr: string): boolean {
  if (cidr.includes(":")) return PRIVATE_IPV6.test(cidr);
  try {
    const range = new Netmask(cidr);
    return PRIVATE.some((whole) => whole.contains(range));
  } catch {
    return false;
  }
}
