import { fewerInstances, graviton, lowerBase, smallerInstances, targetCapacity } from "./levers/capacity";
import { fewerEndpoints, fewerNatGateways } from "./levers/network";
import { fargate, savingsPlan } from "./levers/paying";
import { scheduledScaling } from "./levers/schedules";
import { fewerAlarms, logRetention, noContainerInsights } from "./levers/watching";
import type { Lever } from "./setting";

/** Everything that makes a platform cheaper, or is said to. */
export const LEVERS: readonly Lever[] = [
  scheduledScaling,
  smallerInstances,
  graviton,
  lowerBase,
  fewerInstances,
  targetCapacity,
  fewerNatGateways,
  fewerEndpoints,
  savingsPlan,
  fargate,
  logRetention,
  noContainerInsights,
  fewerAlarms,
];
