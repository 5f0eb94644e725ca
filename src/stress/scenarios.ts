import type { Scenario } from "./scenario";
import { azOutage } from "./scenarios/az-outage";
import { badDeployment } from "./scenarios/bad-deployment";
import { dayOfSpot } from "./scenarios/day-of-spot";
import { deploymentSafety } from "./scenarios/deployment-safety";
import { instanceRefresh } from "./scenarios/instance-refresh";
import { noisyAgent } from "./scenarios/noisy-agent";
import { pendingTaskDeadlock } from "./scenarios/pending-task-deadlock";
import { registryOutage } from "./scenarios/registry-outage";
import { scaleInUnderLoad } from "./scenarios/scale-in-under-load";
import { secretPermissionRemoved } from "./scenarios/secret-permission-removed";
import { spotCapacityCollapse } from "./scenarios/spot-capacity-collapse";
import { spotReclaimDuringDeployment } from "./scenarios/spot-reclaim-during-deployment";
import { trafficSurge } from "./scenarios/traffic-surge";
import { trustBoundary } from "./scenarios/trust-boundary";
import { zeroTrafficNight } from "./scenarios/zero-traffic-night";

/** Every scenario there is: one file each, and its row here. */
export const SCENARIOS: readonly Scenario[] = [
  spotReclaimDuringDeployment,
  spotCapacityCollapse,
  azOutage,
  pendingTaskDeadlock,
  deploymentSafety,
  badDeployment,
  trafficSurge,
  noisyAgent,
  dayOfSpot,
  secretPermissionRemoved,
  registryOutage,
  instanceRefresh,
  scaleInUnderLoad,
  zeroTrafficNight,
  trustBoundary,
];
