import { TerraformOutput } from "cdktf";
import { Construct } from "constructs";
import { AccessLogs } from "../platform/access-logs";
import { keepAdoptedNames } from "../platform/adopted";
import { AutoScalingRole } from "../platform/auto-scaling-role";
import { Capacity } from "../platform/capacity";
import { hasSpotFallback } from "../platform/capacity-generation";
import { Certificate } from "../platform/certificate";
import { Cluster } from "../platform/cluster";
import { Detection } from "../platform/detection/detection";
import { DrainGuard } from "../platform/drain-guard";
import { Encryption } from "../platform/encryption";
import { Endpoints } from "../platform/endpoints";
import { HostedZone } from "../platform/hosted-zone";
import { Ingress } from "../platform/ingress";
import { InstanceIdentity } from "../platform/instance-identity";
import { InstanceTemplate } from "../platform/launch-template";
import { Network } from "../platform/network";
import { Notifications } from "../platform/notifications";
import { SecurityGroups } from "../platform/security-groups";
import { Service } from "../platform/service";
import { SpotFallback } from "../platform/spot-fallback";
import { UndeliveredEvents } from "../platform/undelivered-events";
import { WebApplicationFirewall } from "../platform/web-application-firewall";
import { BallastStack, type BallastStackProps } from "./ballast-stack";

/** The platform of one environment: wiring only, from the key to the services. */
export class PlatformStack extends BallastStack {
  constructor(scope: Construct, id: string, props: BallastStackProps) {
    super(scope, id, props);
    const { environment } = props;
    const { arn: autoScalingRoleArn } = new AutoScalingRole(this, "auto_scaling", { environment });
    const { key } = new Encryption(this, "key", { environment, autoScalingRoleArn });

    const notifications = new Notifications(this, "notifications", { environment, key });
    const undelivered = new UndeliveredEvents(this, "undelivered_events", { environment });

    const network = new Network(this, "network", { environment, key });
    const securityGroups = new SecurityGroups(this, "SecurityGroups", { environment, network });
    if (securityGroups.endpoints) {
      new Endpoints(this, "endpoint", { environment, network, securityGroup: securityGroups.endpoints });
    }

    const { zoneId, nameServers } = new HostedZone(this, "zone", { environment });
    const { certificate, arn: certificateArn } = new Certificate(this, "certificate", { environment, zoneId });
    const accessLogs = new AccessLogs(this, "access_logs", { environment });
    const ingress = new Ingress(this, "ingress", {
      environment,
      network,
      securityGroup: securityGroups.loadBalancer,
      certificateArn,
      zoneId,
      accessLogs,
    });
    const { loadBalancer } = ingress;
    if (environment.ingress.webApplicationFirewall) {
      new WebApplicationFirewall(this, "firewall", { environment, loadBalancer });
    }

    const cluster = new Cluster(this, "cluster", { environment, key });
    const instanceIdentity = new InstanceIdentity(this, "instance", { environment, cluster: cluster.cluster });
    const capacity = new Capacity(this, "capacity", {
      environment,
      cluster: cluster.cluster,
      network,
      template: new InstanceTemplate(this, "Template", {
        environment,
        cluster: cluster.cluster,
        identity: instanceIdentity,
        securityGroup: securityGroups.compute,
        key,
      }).template,
      autoScalingRoleArn,
    });
    const fallbacks = new Construct(this, "spot_fallback");
    for (const generation of hasSpotFallback(environment) ? capacity.generations : []) {
      new SpotFallback(fallbacks, generation.node.id, {
        environment,
        capacity: generation,
        cluster: cluster.cluster,
        key,
        notifications,
        undelivered,
      });
    }
    // Apart, so that a service may be called "network".
    const servicesScope = new Construct(this, "Services");
    const services = environment.services.map(
      (service) =>
        new Service(servicesScope, service.name, {
          environment,
          service,
          release: props.releases?.[service.name],
          key,
          network,
          securityGroups,
          cluster,
          capacity,
          instanceIdentity,
          ingress,
        }),
    );

    new Detection(this, "detection", {
      environment,
      backend: props.backend,
      notifications,
      undelivered,
      key,
      network,
      loadBalancer,
      certificate,
      cluster: cluster.cluster,
      generations: capacity.generations.map(({ group, provider }, index) => ({
        group,
        provider,
        suffix: index === 0 ? "" : `-${index + 1}`,
      })),
      services,
      buckets: [accessLogs.bucket.bucket, props.backend.bucket],
    });

    new DrainGuard(this, "drain_guard", {
      environment,
      key,
      cluster: cluster.cluster,
      services,
      topic: notifications.topic,
      undelivered,
    });

    const output = (name: string, value: unknown, description: string) =>
      new TerraformOutput(this, name, { value, description });
    const byService = (value: (service: Service) => unknown) =>
      Object.fromEntries(services.map((service) => [service.node.id, value(service)]));
    output("load_balancer_dns_name", loadBalancer.dnsName, "Where the hosts' records lead");
    output("cluster_name", cluster.cluster.name, "ECS cluster");
    output("capacity_provider_name", capacity.current.provider.name, "Capacity provider of every service");
    output("auto_scaling_group_name", capacity.current.group.name, "Auto Scaling group of the instances");
    output(
      "log_groups",
      byService(({ logGroup }) => logGroup.group.name),
      "Log group of each service",
    );
    output(
      "execution_role_arns",
      byService(({ identities }) => identities.execution.role.arn),
      "The agent's roles",
    );
    output(
      "task_role_arns",
      byService(({ identities }) => identities.task.role.arn),
      "The containers' roles",
    );
    output(
      "image_tags",
      byService(({ imageTag }) => imageTag),
      "Tag of each service's image: the released one, else the environment file's",
    );
    output("instance_role_arn", instanceIdentity.identity.role.arn, "The instances' role");
    if (nameServers) output("name_servers", nameServers, "Delegate the domain to these");
    keepAdoptedNames(this, environment);
  }
}
