import { equals } from "../../expectation";
import type { Check } from "../../rule";
import { judgeVolumes } from "../../vocabulary/volumes";

export const volumesGoWithInstances: Check = (plan) => judgeVolumes(plan, "delete_on_termination", equals(true), true);
