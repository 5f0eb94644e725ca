import type { Resource } from "../../plan/plan";
import { listOf } from "../../plan/value";
import { known } from "./values";

/** What an instance refresh does about instances that are protected from scale-in. */
export type ProtectedInstances = "Refresh" | "Ignore" | "Wait";

/** How an instance refresh replaces a group's instances. */
export interface RefreshPreferences {
  readonly minHealthyPercent: number;
  readonly maxHealthyPercent: number;
  /** Seconds that a new instance is given before the next one is replaced. */
  readonly warmupSeconds: number;
  readonly protectedInstances: ProtectedInstances;
  /** Percent of the instances at which it pauses, and for how long. */
  readonly checkpoints: readonly number[];
  readonly checkpointDelaySeconds: number;
}

const BLOCK = "instance_refresh.preferences";

/**
 * Those of the group's `instance_refresh` block. Without one, those of a refresh that somebody starts by hand, with
 * the command line's defaults.
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/understand-instance-refresh-default-values.html
 */
export function refreshPreferences(group: Resource): RefreshPreferences {
  const isWritten = group.blocks("instance_refresh").length > 0;
  const written = group.get(`${BLOCK}.scale_in_protected_instances`);
  const maintenance = "instance_maintenance_policy";
  const percentages = listOf(group.get(`${BLOCK}.checkpoint_percentages`));
  return {
    minHealthyPercent: known(
      group.get(`${BLOCK}.min_healthy_percentage`) ?? group.get(`${maintenance}.min_healthy_percentage`),
      90,
    ),
    maxHealthyPercent: known(
      group.get(`${BLOCK}.max_healthy_percentage`) ?? group.get(`${maintenance}.max_healthy_percentage`),
      100,
    ),
    warmupSeconds: known(
      group.get(`${BLOCK}.instance_warmup`) ?? group.get("default_instance_warmup"),
      // The provider's own grace period.
      known(group.get("health_check_grace_period"), 300),
    ),
    // The provider writes "Ignore" where the block leaves it out; the command line waits.
    protectedInstances: isProtectedInstances(written) ? written : isWritten ? "Ignore" : "Wait",
    checkpoints: percentages.map((percentage) => known(percentage, 100)),
    checkpointDelaySeconds: known(group.get(`${BLOCK}.checkpoint_delay`), 3600),
  };
}

const isProtectedInstances = (value: unknown): value is ProtectedInstances =>
  value === "Refresh" || value === "Ignore" || value === "Wait";
