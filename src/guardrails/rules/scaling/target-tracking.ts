import type { Resource } from "../../../plan/plan";
import { describe } from "../../expectation";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { replicaServices } from "../../vocabulary/services";

const CONFIGURATION = "target_tracking_scaling_policy_configuration";
const METRICS = [
  "predefined_metric_specification.predefined_metric_type",
  "customized_metric_specification.metric_name",
  "customized_metric_specification.metrics",
];

export const targetTracking: Check = (plan) => {
  // Those of which nobody knows whose they are may be any service's.
  const owners = plan
    .resources("aws_appautoscaling_target", "aws_appautoscaling_policy")
    .map((resource) => resource.get("resource_id"));
  return replicaServices(plan).map(({ service, cluster, scalingPolicies }) => {
    const metrics = new Set(scalingPolicies.flatMap(metricOf));
    const found = metrics.size === 0 ? "no metric" : `only ${[...metrics].join(", ")}`;
    const judgement = judge(
      service.address,
      metrics.size >= 2,
      `its auto scaling follows ${found}; wanted: at least two metrics`,
    );
    const types = scalingPolicies.map((policy) => policy.get("policy_type"));
    return unlessOpen(plan, judgement, ...owners, ...types, service.get("cluster"), cluster?.get("name"));
  });
};

/** A policy that never scales out follows nothing. */
function metricOf(policy: Resource): readonly string[] {
  if (policy.get("policy_type") !== "TargetTrackingScaling") return [];
  const metric = METRICS.map((path) => policy.get(`${CONFIGURATION}.${path}`)).find((value) => value !== undefined);
  return metric === undefined ? [] : [describe(metric)];
}
