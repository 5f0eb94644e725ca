import { services } from "../../../plan/facts/services";
import { ignoresChanges } from "../../ignored-changes";
import { judge } from "../../judge";
import type { Check } from "../../rule";

const BOUNDS = ["min_capacity", "max_capacity"];

export const boundsLeftToSchedule: Check = (plan) =>
  services(plan)
    .filter(({ scheduledActions }) => scheduledActions.length > 0)
    .flatMap(({ scalingTargets }) => scalingTargets)
    .map((target) => {
      const missing = BOUNDS.filter((bound) => !ignoresChanges(target, bound));
      return judge(target.address, missing.length === 0, `lifecycle.ignore_changes lacks ${missing.join(", ")}`);
    });
