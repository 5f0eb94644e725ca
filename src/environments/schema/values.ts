import { z } from "zod";

/** A whole number of a range, said as one range whichever end is missed. */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): z.ZodInt {
  const error =
    max === Number.MAX_SAFE_INTEGER ? `a whole number, at least ${min}` : `a whole number, ${min} to ${max}`;
  return z.int({ error }).min(min, { error }).max(max, { error });
}

/** A range of addresses. */
export const cidr = z.cidrv4({ error: 'an IPv4 range in CIDR notation, e.g. "10.20.0.0/16"' });
