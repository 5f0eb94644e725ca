import type { ServiceFact } from "../../plan/facts/services";
import type { Resource } from "../../plan/plan";
import { type ScheduledAction, serviceSchedules } from "./schedules";
import { known } from "./values";

/** A target tracking policy of a service. */
export interface TargetTracking {
  readonly metric: "cpu" | "requests";
  /** Percent of CPU; requests a target and minute. */
  readonly target: number;
  readonly scaleOutCooldownSeconds: number;
  readonly scaleInCooldownSeconds: number;
}

/** Auto scaling of a service's number of tasks. */
export interface Scaling {
  readonly min: number;
  readonly max: number;
  readonly policies: readonly TargetTracking[];
  readonly schedules: readonly ScheduledAction[];
}

/** `undefined`: the service isn't scaled. */
export function scalingOf({ scalingTargets, scalingPolicies, scheduledActions }: ServiceFact): Scaling | undefined {
  const [target] = scalingTargets;
  if (target === undefined) return undefined;
  const min = known(target.get("min_capacity"), 0);
  const max = known(target.get("max_capacity"), min);
  return {
    min,
    max,
    policies: scalingPolicies.flatMap((policy) => trackingOf(policy)),
    schedules: serviceSchedules(scheduledActions),
  };
}

const TRACKING = "target_tracking_scaling_policy_configuration";
const METRICS: { readonly [type: string]: TargetTracking["metric"] } = {
  ECSServiceAverageCPUUtilization: "cpu",
  ALBRequestCountPerTarget: "requests",
};
/** Application Auto Scaling's own cooldown for ECS services. */
const COOLDOWN_SECONDS = 300;

function trackingOf(policy: Resource): readonly TargetTracking[] {
  const type = String(policy.get(`${TRACKING}.predefined_metric_specification.predefined_metric_type`));
  const metric = METRICS[type];
  const target = known(policy.get(`${TRACKING}.target_value`), 0);
  if (metric === undefined || target <= 0) return [];
  return [
    {
      metric,
      target,
      scaleOutCooldownSeconds: known(policy.get(`${TRACKING}.scale_out_cooldown`), COOLDOWN_SECONDS),
      scaleInCooldownSeconds: known(policy.get(`${TRACKING}.scale_in_cooldown`), COOLDOWN_SECONDS),
    },
  ];
}
