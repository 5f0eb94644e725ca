import { z } from "zod";

export const detection = z.strictObject({
  /**
   * Who is told when something is wrong. Each address gets one mail by SNS first, and nothing else until its link is
   * followed.
   * @default [] - nobody; the topic stands there for subscriptions of your own
   */
  emailAddresses: z.array(z.string().regex(/^[^\s@"]+@[^\s@"]+\.[a-z]{2,63}$/i, "an e-mail address")).default([]),
});
