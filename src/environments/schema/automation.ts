import { z } from "zod";
import { drainGuard } from "./drain-guard";
import { wholeNumber } from "./values";

const spotFallback = z.strictObject({
  /**
   * Highest share of On-Demand above the base, in percent, 1–100, to which it rises while Spot has no instances. At 50, half
   * of what Spot can't give is paid for at about three times the price, and the other half stays missing.
   * @default 100
   */
  maxOnDemandPercent: wholeNumber(1, 100).default(100),
  /**
   * Percent, 1–100, by which the share rises and falls at a time.
   * @default 25
   */
  stepPercent: wholeNumber(1, 100).default(25),
  /**
   * Minutes, 5–60, for which tasks may wait for an instance before the group is looked at; a scale-out takes three to five. A
   * failed launch has it looked at at once.
   * @default 10
   */
  waitingMinutes: wholeNumber(5, 60).default(10),
  /**
   * Minutes between two looks at the group, 2–60. Instances that are missing at two looks in a row raise the share, so it is
   * also the time that Spot gets to mend itself.
   * @default 5
   */
  checkMinutes: wholeNumber(2, 60).default(5),
  /**
   * Minutes, 10–1440, without a missing instance or a failed launch before the share falls by a step. Much longer than a
   * rise takes, so that a pool which comes and goes doesn't take the share along.
   * @default 60
   */
  holdMinutes: wholeNumber(10, 1440).default(60),
});

export const automation = z.strictObject({
  /**
   * Raises the share of On-Demand while Spot runs dry, which an Auto Scaling group never does by itself.
   * @default {}
   */
  spotFallback: spotFallback.prefault({}),
  /**
   * Takes the tasks of an instance that Spot takes back out of the load balancer in time for their connections to end.
   * @default {}
   */
  drainGuard: drainGuard.prefault({}),
});
