import { AppautoscalingPolicy } from "@cdktf/provider-aws/lib/appautoscaling-policy";
import { AppautoscalingScheduledAction } from "@cdktf/provider-aws/lib/appautoscaling-scheduled-action";
import { AppautoscalingTarget } from "@cdktf/provider-aws/lib/appautoscaling-target";
import type { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import type { EcsService } from "@cdktf/provider-aws/lib/ecs-service";
import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { Construct } from "constructs";
import type { Environment, Service } from "../environments/schema";
import type { Routing } from "./routing";

export interface ServiceScalingProps {
  readonly environment: Environment;
  readonly service: Service;
  readonly cluster: EcsCluster;
  readonly ecsService: EcsService;
  readonly loadBalancer: Lb;
  readonly routing: Routing;
}

/** How many tasks: by CPU, by requests a task, and by the clock. The greater of the two targets wins. */
export class ServiceScaling extends Construct {
  constructor(scope: Construct, id: string, props: ServiceScalingProps) {
    super(scope, id);
    const { environment, service, cluster, ecsService, loadBalancer, routing } = props;
    const { scaling } = service;
    const target = new AppautoscalingTarget(this, "Resource", {
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/${cluster.name}/${ecsService.name}`,
      minCapacity: scaling.minTasks,
      maxCapacity: scaling.maxTasks,
      // A scheduled action writes them; without this, every plan between evening and morning would show drift.
      lifecycle: scaling.schedules.length > 0 ? { ignoreChanges: ["min_capacity", "max_capacity"] } : undefined,
    });
    const scalable = {
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
    };
    const policy = (id: string, targetValue: number, predefinedMetricType: string, resourceLabel?: string) =>
      new AppautoscalingPolicy(this, id, {
        ...scalable,
        name: `${environment.name}-${service.name}-${id}`,
        policyType: "TargetTrackingScaling",
        targetTrackingScalingPolicyConfiguration: {
          targetValue,
          predefinedMetricSpecification: { predefinedMetricType, resourceLabel },
          // Up at once, down slowly: a task too many costs less than one too few.
          scaleOutCooldown: 60,
          scaleInCooldown: 300,
        },
      });
    policy("cpu", scaling.cpuPercent, "ECSServiceAverageCPUUtilization");
    policy(
      "requests",
      scaling.requestsPerTaskPerMinute,
      "ALBRequestCountPerTarget",
      `${loadBalancer.arnSuffix}/${routing.targetGroup.arnSuffix}`,
    );
    // Apart, so that a schedule may be called "cpu".
    const schedules = new Construct(this, "Schedules");
    for (const { name, schedule, timezone, minTasks, maxTasks } of scaling.schedules) {
      new AppautoscalingScheduledAction(schedules, name, {
        ...scalable,
        name: `${environment.name}-${service.name}-${name}`,
        schedule,
        timezone,
        scalableTargetAction: { minCapacity: String(minTasks), maxCapacity: String(maxTasks) },
      });
    }
  }
}
