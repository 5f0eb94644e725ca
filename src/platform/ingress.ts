import { Lb } from "@cdktf/provider-aws/lib/lb";
import { LbListener } from "@cdktf/provider-aws/lib/lb-listener";
import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import type { SecurityGroup } from "@cdktf/provider-aws/lib/security-group";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import type { AccessLogs } from "./access-logs";
import { publicHosts } from "./hosts";
import type { Network } from "./network";
import { protectedLifecycle } from "./protection";

export interface IngressProps {
  readonly environment: Environment;
  readonly network: Network;
  readonly securityGroup: SecurityGroup;
  /** ARN of an issued certificate for every public host. */
  readonly certificateArn: string;
  /** Zone that the hosts' records are written to. */
  readonly zoneId: string;
  readonly accessLogs: AccessLogs;
}

/** The way in: a load balancer with HTTPS, to whose listener each service adds its rule, and a name for each host. */
export class Ingress extends Construct {
  readonly loadBalancer: Lb;
  readonly https: LbListener;

  constructor(scope: Construct, id: string, props: IngressProps) {
    super(scope, id);
    const { environment, network, securityGroup, accessLogs } = props;
    this.loadBalancer = new Lb(this, "Resource", {
      name: environment.name,
      loadBalancerType: "application",
      internal: false,
      ipAddressType: "ipv4",
      subnets: [...network.publicSubnetIds],
      securityGroups: [securityGroup.id],
      enableDeletionProtection: !environment.disposable,
      // What request smuggling is made of never gets to a service.
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "strictest",
      // The client's address is the last entry of X-Forwarded-For, appended here, whatever the client wrote there.
      xffHeaderProcessingMode: "append",
      idleTimeout: 60,
      accessLogs: { bucket: accessLogs.bucket.bucket, enabled: true },
      // Says that it does without on purpose, for whoever judges the plan.
      tags: environment.ingress.webApplicationFirewall ? undefined : { WebApplicationFirewall: "none" },
      lifecycle: protectedLifecycle(environment),
      dependsOn: [accessLogs.policy, ...network.publicRoutes],
    });
    this.https = new LbListener(this, "https", {
      loadBalancerArn: this.loadBalancer.arn,
      port: 443,
      protocol: "HTTPS",
      sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      certificateArn: props.certificateArn,
      // A host or path that no service claims.
      defaultAction: [
        {
          type: "fixed-response",
          fixedResponse: { contentType: "text/plain", messageBody: "Not found", statusCode: "404" },
        },
      ],
    });
    new LbListener(this, "http", {
      loadBalancerArn: this.loadBalancer.arn,
      port: 80,
      protocol: "HTTP",
      defaultAction: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
    });
    for (const host of publicHosts(environment)) {
      new Route53Record(this, host.replaceAll(/[.-]/g, "_"), {
        zoneId: props.zoneId,
        name: host,
        type: "A",
        alias: {
          name: this.loadBalancer.dnsName,
          zoneId: this.loadBalancer.zoneId,
          evaluateTargetHealth: true,
        },
      });
    }
  }
}
