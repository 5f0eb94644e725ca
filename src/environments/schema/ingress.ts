import { z } from "zod";
import { cidr } from "./values";

export const ingress = z.strictObject({
  /** Public DNS zone that the services' hosts are in, e.g. `"production.example.com"`. */
  domainName: z
    .string()
    .regex(/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/, "a domain name in lower case"),
  /**
   * Id of the Route 53 zone of `domainName`.
   * @default - a zone is created; delegate `domainName` to the name servers of the output `name_servers`, or the
   * certificate is never issued and the first apply waits for it in vain
   */
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]{7,31}$/, "Z and 7 to 31 capitals or digits")
    .optional(),
  /**
   * Who may reach the load balancer, in CIDR notation.
   * @default ["0.0.0.0/0"]
   */
  allowedCidrs: z.array(cidr).min(1).default(["0.0.0.0/0"]),
  /**
   * AWS WAF with the managed rule sets for common attacks and known bad inputs (Log4j among them) in front of the
   * load balancer; about 7 USD a month and 0.60 USD a million requests.
   * @default true
   */
  webApplicationFirewall: z.boolean().default(true),
});
