import { oneOf } from "../../expectation";
import type { Check } from "../../rule";
import { judgeVolumes } from "../../vocabulary/volumes";

/** Provisioned types hold what they promise as well, at a price. */
export const volumesGp3: Check = (plan) => judgeVolumes(plan, "volume_type", oneOf("gp3", "io2"));
