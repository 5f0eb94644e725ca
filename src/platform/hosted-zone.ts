import { Route53Zone } from "@cdktf/provider-aws/lib/route53-zone";
import { Construct } from "constructs";
import type { Environment } from "../environments/schema";
import { protectedLifecycle } from "./protection";

export interface HostedZoneProps {
  readonly environment: Environment;
}

/** The public DNS zone of the environment's domain: the given one, or one of its own. */
export class HostedZone extends Construct {
  readonly zoneId: string;
  /** Name servers to delegate the domain to; `undefined` for a zone that was there already. */
  readonly nameServers: string[] | undefined;

  constructor(scope: Construct, id: string, { environment }: HostedZoneProps) {
    super(scope, id);
    const { domainName, hostedZoneId } = environment.ingress;
    if (hostedZoneId !== undefined) {
      this.zoneId = hostedZoneId;
      return;
    }
    const zone = new Route53Zone(this, "Resource", {
      name: domainName,
      comment: `Hosts of ${environment.name}`,
      forceDestroy: environment.disposable,
      // A zone made anew has other name servers: the delegation would lead nowhere.
      lifecycle: protectedLifecycle(environment),
    });
    this.zoneId = zone.zoneId;
    this.nameServers = zone.nameServers;
  }
}
