import { CloudwatchMetricAlarm } from "@cdktf/provider-aws/lib/cloudwatch-metric-alarm";
import type { Lb } from "@cdktf/provider-aws/lib/lb";
import { Construct } from "constructs";
import type { Environment, Service } from "../environments/schema";
import type { Routing } from "./routing";

export interface DeploymentAlarmProps {
  readonly environment: Environment;
  readonly service: Service;
  readonly loadBalancer: Lb;
  readonly routing: Routing;
}

/** What rolls a deployment back that passes its health checks and fails its users: server errors of the targets. */
export class DeploymentAlarm extends Construct {
  readonly alarm: CloudwatchMetricAlarm;

  constructor(scope: Construct, id: string, { environment, service, loadBalancer, routing }: DeploymentAlarmProps) {
    super(scope, id);
    this.alarm = new CloudwatchMetricAlarm(this, "Resource", {
      alarmName: `${environment.name}-${service.name}-server-errors`,
      alarmDescription: `${service.name} answers with server errors (5xx); a running deployment is rolled back.`,
      namespace: "AWS/ApplicationELB",
      metricName: "HTTPCode_Target_5XX_Count",
      dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: routing.targetGroup.arnSuffix },
      statistic: "Sum",
      period: 60,
      evaluationPeriods: 1,
      comparisonOperator: "GreaterThanThreshold",
      threshold: service.maxServerErrorsPerMinute,
      // No error means no data point.
      treatMissingData: "notBreaching",
    });
  }
}
