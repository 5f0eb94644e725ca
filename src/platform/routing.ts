import { createHash } from "node:crypto";
import type { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { LbListenerRule } from "@cdktf/provider-aws/lib/lb-listener-rule";
import { LbTargetGroup } from "@cdktf/provider-aws/lib/lb-target-group";
import { Construct } from "constructs";
import type { Environment, Service } from "../environments/schema";
import { literal } from "./literal";
import type { Network } from "./network";

export interface RoutingProps {
  readonly environment: Environment;
  readonly service: Service;
  readonly network: Network;
  readonly listener: LbListener;
}

/** How requests reach a service's tasks: its target group, and the listener's rule that leads there. */
export class Routing extends Construct {
  readonly targetGroup: LbTargetGroup;
  readonly rule: LbListenerRule;

  constructor(scope: Construct, id: string, { environment, service, network, listener }: RoutingProps) {
    super(scope, id);
    const { healthCheck, routing } = service;
    const targetType = service.networkMode === "awsvpc" ? "ip" : "instance";
    // Nominal: each target registers with the port that it listens on.
    const port = service.networkMode === "awsvpc" ? service.containerPort : 80;
    this.targetGroup = new LbTargetGroup(this, "Resource", {
      name: targetGroupName(environment, service, targetType, port),
      vpcId: network.vpcId,
      targetType,
      port,
      protocol: "HTTP",
      deregistrationDelay: String(service.deregistrationDelaySeconds),
      // Instances differ in speed, and a new task is slow at first: the idlest gets the request.
      loadBalancingAlgorithmType: "least_outstanding_requests",
      // A task may go at any time, so no client is bound to one.
      stickiness: { type: "lb_cookie", enabled: false },
      healthCheck: {
        enabled: true,
        path: literal(healthCheck.path),
        protocol: "HTTP",
        port: "traffic-port",
        matcher: "200",
        interval: healthCheck.intervalSeconds,
        timeout: healthCheck.timeoutSeconds,
        healthyThreshold: 2,
        unhealthyThreshold: healthCheck.unhealthyThreshold,
      },
      // A listener's rule can't lose its group, so a new one stands before the old one goes.
      lifecycle: { createBeforeDestroy: true },
    });
    this.rule = new LbListenerRule(this, "Rule", {
      listenerArn: listener.arn,
      priority: routing.priority,
      condition: [{ hostHeader: { values: [routing.host] } }, { pathPattern: { values: routing.paths } }],
      action: [{ type: "forward", targetGroupArn: this.targetGroup.arn }],
      tags: { Name: `${environment.name}-${service.name}` },
    });
  }
}

/** Two groups of one name can't be; so the name carries what a change of replaces the group, as four digits. */
function targetGroupName({ name, network }: Environment, service: Service, targetType: string, port: number): string {
  const replacing = [targetType, port, network.existing?.vpcId ?? network.create?.cidr];
  const digits = createHash("sha256").update(JSON.stringify(replacing)).digest("hex").slice(0, 4);
  return `${name}-${service.name}-${digits}`;
}
