import { z } from "zod";
import { wholeNumber } from "./values";

export const drainGuard = z.strictObject({
  /**
   * Share of a service's desired tasks, 0–100 in tens, that must be healthy on instances that stay, or the tasks of an
   * instance that Spot takes back are left in the load balancer until it is gone: then few would get the requests of all.
   * @default 50
   */
  healthyFloorPercent: z.literal([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]).default(50),
  /**
   * Seconds, 10–60, that are kept for finding out and taking out, between giving replacements time and letting connections
   * end. 5 of them spread many warnings of one moment; AWS may throttle the calls in the others.
   * @default 20
   */
  marginSeconds: wholeNumber(10, 60).default(20),
});
