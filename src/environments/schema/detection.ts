import { z } from "zod";
import { wholeNumber } from "./values";

export const detection = z.strictObject({
  /**
   * Who is told when something is wrong. Each address gets one mail by SNS first, and nothing else until its link is
   * followed.
   * @default [] - nobody; the topic stands there for subscriptions of your own
   */
  emailAddresses: z.array(z.string().regex(/^[^\s@"]+@[^\s@"]+\.[a-z]{2,63}$/i, "an e-mail address")).default([]),
  /**
   * Where the runbooks are read, as the alarms' links begin; your repository's address makes them links that open.
   * @default "docs/runbooks.md"
   */
  runbooks: z
    .string()
    .regex(/^[^\s#"<>]{1,200}$/, "a path or an address, 200 characters at most, without what follows #")
    .default("docs/runbooks.md"),
  /**
   * Server errors (5xx) of the load balancer's own in a minute before it is an alarm, three minutes in a row.
   * @default 10
   */
  maxLoadBalancerErrorsPerMinute: wholeNumber(1).default(10),
});
