import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import type { Lb } from "@cdktf/provider-aws/lib/lb";
import type { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import type { Service } from "../../environments/schema";
import type { AlarmRow, MetricQuery } from "./alarm";

/** A service's targets, as the load balancer's metrics name them. */
export interface Targets {
  readonly loadBalancer: Lb;
  readonly targetGroup: LbTargetGroup;
}

/** Answers of the service's targets alone, so that a running deployment can be blamed for them. */
export function serverErrors({ name, maxServerErrorsPerMinute }: Service, targets: Targets): AlarmRow {
  return {
    name: `${name}-server-errors`,
    sentence: `${name} answers more than ${maxServerErrorsPerMinute} requests in a minute with server errors (5xx); a running deployment is rolled back.`,
    runbook: "server-errors",
    metrics: { errors: ofTargets(targets, "HTTPCode_Target_5XX_Count", "Sum") },
    rings: { above: maxServerErrorsPerMinute },
    periodSeconds: 60,
    periods: 1,
    missing: { is: "notBreaching", because: "no error means no data point" },
  };
}

export function slowAnswers({ name, maxSecondsToAnswer }: Service, targets: Targets): AlarmRow {
  return {
    name: `${name}-slow-answers`,
    sentence: `One answer in a hundred of ${name} takes more than ${maxSecondsToAnswer} s, for three minutes now.`,
    runbook: "slow-answers",
    metrics: { seconds: ofTargets(targets, "TargetResponseTime", "p99") },
    rings: { above: maxSecondsToAnswer },
    periodSeconds: 60,
    periods: 3,
    missing: { is: "notBreaching", because: "no request means no data point" },
  };
}

/** @param zone availability zone: a fault of one zone, and of all, look alike in the sum */
export function unhealthyTargets({ name }: Service, targets: Targets, zone: string): AlarmRow {
  return {
    name: `${name}-unhealthy-${zone}`,
    sentence: `Targets of ${name} in ${zone} fail their health checks, for five minutes now.`,
    runbook: "targets-unhealthy",
    metrics: { unhealthy: ofTargets(targets, "UnHealthyHostCount", "Maximum", { AvailabilityZone: zone }) },
    rings: { above: 0 },
    periodSeconds: 60,
    periods: 5,
    missing: {
      is: "notBreaching",
      because: "a zone without targets has no data; that they lack is said by tasks-missing",
    },
  };
}

/** Longer than a scale-out takes, which is five minutes. */
export function tasksMissing({ name }: Service, cluster: EcsCluster, service: EcsService): AlarmRow {
  return {
    name: `${name}-tasks-missing`,
    sentence: `${name} has had fewer running tasks than it should for ten minutes.`,
    runbook: "tasks-missing",
    metrics: {
      desired: ofService(cluster, service, "DesiredTaskCount", "Average"),
      running: ofService(cluster, service, "RunningTaskCount", "Average"),
    },
    expression: "desired - running",
    rings: { above: 0 },
    periodSeconds: 60,
    periods: 10,
    missing: {
      is: "breaching",
      because: "Container Insights counts a service's tasks, none too; no count is a blind alarm",
    },
  };
}

export function tasksWaiting({ name }: Service, cluster: EcsCluster, service: EcsService): AlarmRow {
  return {
    name: `${name}-tasks-waiting`,
    sentence: `Tasks of ${name} have waited to start for fifteen minutes.`,
    runbook: "tasks-waiting",
    metrics: { waiting: ofService(cluster, service, "PendingTaskCount", "Minimum") },
    rings: { above: 0 },
    periodSeconds: 60,
    periods: 15,
    missing: { is: "notBreaching", because: "that Container Insights is silent is said by tasks-missing" },
  };
}

export function ofTargets(
  { loadBalancer, targetGroup }: Targets,
  name: string,
  statistic: string,
  further: MetricQuery["dimensions"] = {},
): MetricQuery {
  const dimensions = { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix, ...further };
  return { namespace: "AWS/ApplicationELB", name, dimensions, statistic };
}

export function ofService(cluster: EcsCluster, service: EcsService, name: string, statistic: string): MetricQuery {
  const dimensions = { ClusterName: cluster.name, ServiceName: service.name };
  return { namespace: "ECS/ContainerInsights", name, dimensions, statistic };
}
