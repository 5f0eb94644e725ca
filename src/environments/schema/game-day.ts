import { z } from "zod";
import { wholeNumber } from "./values";

export const gameDay = z.strictObject({
  /**
   * Share of the running Spot instances that is interrupted, and of a service's tasks that is stopped, in percent, 1–100.
   * @default 60
   */
  percent: wholeNumber(1, 100).default(60),
  /**
   * Zone that is cut off, one of the environment's.
   * @default - the first of them
   */
  zone: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, "an Availability Zone")
    .optional(),
  /**
   * Minutes, 2–60, for which a zone, an endpoint or a launch fails.
   * @default 10
   */
  minutes: wholeNumber(2, 60).default(10),
});
