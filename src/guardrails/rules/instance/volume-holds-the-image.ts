import { atLeast } from "../../expectation";
import type { Check } from "../../rule";
import { judgeVolumes } from "../../vocabulary/volumes";

/** Of ECS-optimized Amazon Linux 2023. */
const GIB = 30;

export const volumeHoldsTheImage: Check = (plan) => judgeVolumes(plan, "volume_size", atLeast(GIB), GIB);
