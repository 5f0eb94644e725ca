import {
  type CapacityProvider,
  type Cluster,
  DescribeCapacityProvidersCommand,
  DescribeClustersCommand,
  DescribeServicesCommand,
  ECSClient,
  paginateListClusters,
  paginateListServices,
  type Service,
} from "@aws-sdk/client-ecs";
import { allOf } from "../aws/answers";
import type { Connection } from "../aws/connection";
import { batches } from "./batches";
import { type Existing, present, tagsOf } from "./existing";

/** AWS's limits on what is described at once. */
const CLUSTERS_AT_ONCE = 100;
const PROVIDERS_AT_ONCE = 100;
const SERVICES_AT_ONCE = 10;

/** Clusters, the capacity providers that they have, and services. */
export async function ecsResources(connection: Connection): Promise<readonly Existing[]> {
  const client = new ECSClient(connection);
  const clusters = await clustersOf(client);
  const found = clusters.flatMap((cluster) => [clusterOf(cluster), ...associationOf(cluster)]);
  const services: Existing[] = [];
  for (const { clusterArn, clusterName } of clusters) {
    for (const service of await servicesOf(client, clusterArn)) services.push(serviceOf(service, clusterName ?? ""));
  }
  const names = clusters.flatMap(({ capacityProviders = [] }) => capacityProviders);
  return [...found, ...(await providersOf(client, [...new Set(names)])), ...services];
}

async function clustersOf(client: ECSClient): Promise<readonly Cluster[]> {
  const arns = await allOf(paginateListClusters({ client }, {}), (page) => page.clusterArns);
  const found: Cluster[] = [];
  for (const clusters of batches(arns, CLUSTERS_AT_ONCE)) {
    const answer = await client.send(new DescribeClustersCommand({ clusters: [...clusters], include: ["TAGS"] }));
    found.push(...(answer.clusters ?? []));
  }
  return found.filter(({ status }) => status !== "INACTIVE");
}

function clusterOf({ clusterName = "", clusterArn, capacityProviders = [], tags }: Cluster): Existing {
  return {
    type: "aws_ecs_cluster",
    id: clusterName,
    arn: clusterArn,
    name: clusterName,
    attributes: { name: clusterName },
    uses: capacityProviders,
    tags: tagsOf(tags),
  };
}

/** Which providers a cluster has: to Terraform a resource of its own. */
function associationOf({ clusterName = "", clusterArn, capacityProviders = [] }: Cluster): readonly Existing[] {
  if (capacityProviders.length === 0) return [];
  return [
    {
      type: "aws_ecs_cluster_capacity_providers",
      id: clusterName,
      arn: undefined,
      name: clusterName,
      attributes: {},
      uses: [...present(clusterArn), ...capacityProviders],
      tags: {},
    },
  ];
}

async function providersOf(client: ECSClient, names: readonly string[]): Promise<readonly Existing[]> {
  const found: CapacityProvider[] = [];
  for (const capacityProviders of batches(names, PROVIDERS_AT_ONCE)) {
    const command = new DescribeCapacityProvidersCommand({
      capacityProviders: [...capacityProviders],
      include: ["TAGS"],
    });
    found.push(...((await client.send(command)).capacityProviders ?? []));
  }
  return found.flatMap(({ name = "", capacityProviderArn, autoScalingGroupProvider, status, tags }) => {
    // Fargate's are AWS's own.
    if (autoScalingGroupProvider === undefined || status === "INACTIVE") return [];
    const { autoScalingGroupArn } = autoScalingGroupProvider;
    return {
      type: "aws_ecs_capacity_provider",
      id: name,
      arn: capacityProviderArn,
      name,
      attributes: { name },
      uses: present(autoScalingGroupArn),
      tags: tagsOf(tags),
    };
  });
}

async function servicesOf(client: ECSClient, cluster: string | undefined): Promise<readonly Service[]> {
  const arns = await allOf(paginateListServices({ client }, { cluster }), (page) => page.serviceArns);
  const found: Service[] = [];
  for (const services of batches(arns, SERVICES_AT_ONCE)) {
    const command = new DescribeServicesCommand({ cluster, services: [...services], include: ["TAGS"] });
    found.push(...((await client.send(command)).services ?? []));
  }
  return found.filter(({ status }) => status !== "INACTIVE");
}

function serviceOf(service: Service, clusterName: string): Existing {
  const { serviceName = "", serviceArn, clusterArn, loadBalancers = [], capacityProviderStrategy = [], tags } = service;
  const groups = service.networkConfiguration?.awsvpcConfiguration?.securityGroups ?? [];
  return {
    type: "aws_ecs_service",
    id: `${clusterName}/${serviceName}`,
    arn: serviceArn,
    name: serviceName,
    attributes: { name: serviceName },
    uses: present(
      clusterArn,
      ...loadBalancers.map(({ targetGroupArn }) => targetGroupArn),
      ...capacityProviderStrategy.map(({ capacityProvider }) => capacityProvider),
      ...groups,
    ),
    tags: tagsOf(tags),
  };
}
