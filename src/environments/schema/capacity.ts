import { z } from "zod";
import { wholeNumber } from "./values";

export const capacity = z.strictObject({
  /**
   * EC2 instance types, at least two, of equal vCPUs, memory and architecture, without weights: managed scaling counts
   * instances. More types mean more Spot pools, and so fewer reclaims at once; a guardrail asks for four.
   */
  instanceTypes: z.array(z.string()).min(2),
  /**
   * Instances that are always On-Demand; what stays when all Spot is reclaimed.
   * @default 2
   */
  onDemandBase: wholeNumber(0).default(2),
  /**
   * Share of On-Demand above the base, 0–100; 0: all the rest is Spot.
   * @default 0
   */
  onDemandPercentageAboveBase: wholeNumber(0, 100).default(0),
  /** Fewest instances, at night too. At least the number of zones keeps one in each. */
  minInstances: wholeNumber(1),
  /** Most instances. Must hold twice the services' desired tasks (a deployment at 100/200 doubles them). */
  maxInstances: wholeNumber(1, 1000),
  /**
   * Target of managed scaling (CapacityProviderReservation), 1–100; 80 keeps a quarter of the used capacity spare.
   * @default 80
   */
  targetCapacityPercent: wholeNumber(1, 100).default(80),
  /**
   * Seconds before a new instance counts; until then no further scale-out, 0–10000. AWS's own default is 300.
   * @default 120
   */
  instanceWarmupSeconds: wholeNumber(0, 10000).default(120),
  /**
   * Root volume (gp3, encrypted under the environment's key) in GiB, 30–16384: images and container layers.
   * @default 30
   */
  rootVolumeGiB: wholeNumber(30, 16384).default(30),
  /**
   * Memory kept from tasks for the system and the agent, in MiB.
   * @default 256
   */
  reservedMemoryMiB: wholeNumber(0).default(256),
  /**
   * Numbers in the names of the Auto Scaling group and its capacity provider, ascending, one or two; services run on the
   * last. A provider in use can't be replaced in place, so its successor is added (`[1, 2]`), and once the services have
   * moved over, the old one is taken out (`[2]`): docs/runbooks.md.
   * @default [1]
   */
  generations: z.array(wholeNumber(1, 999)).min(1).max(2).default([1]),
});
