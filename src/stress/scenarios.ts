import type { Scenario } from "./scenario";
import { spotReclaimDuringDeployment } from "./scenarios/spot-reclaim-during-deployment";

/** Every scenario there is: one file each, and its row here. */
export const SCENARIOS: readonly Scenario[] = [spotReclaimDuringDeployment];
