import type { Call } from "../protocol/call";
import { editJson } from "./edit";
import type { Memory } from "./memory";
import type { Hooks, Mend } from "./mend";

/** What of a service the emulator forgets, or changes by no update. */
const KEPT = [
  "availabilityZoneRebalancing",
  "capacityProviderStrategy",
  "deploymentConfiguration",
  "deploymentController",
  "enableECSManagedTags",
  "enableExecuteCommand",
  "healthCheckGracePeriodSeconds",
  "loadBalancers",
  "networkConfiguration",
  "placementConstraints",
  "placementStrategy",
  "propagateTags",
];

type Sent = { readonly [name: string]: unknown };
const services = (memory: Memory) => memory.of<Sent>("ecs service");
const lastPart = (arn: unknown): string => String(arn ?? "default").replace(/^.*\//, "");
const keyOf = (cluster: unknown, service: unknown): string => `${lastPart(cluster)}/${lastPart(service)}`;

const remembers: Hooks = {
  response: ({ parameters }, answer, { memory }) => {
    const key = keyOf(parameters.cluster, parameters.serviceName ?? parameters.service);
    const sent = Object.fromEntries(Object.entries(parameters).filter(([name]) => KEPT.includes(name)));
    services(memory).set(key, { ...services(memory).get(key), ...sent });
    return editJson(answer, ({ service }) => complete(service, memory));
  },
};

function complete(service: { [name: string]: unknown }, memory: Memory): void {
  Object.assign(service, services(memory).get(keyOf(service.clusterArn, service.serviceName)));
  const network = Object(service.networkConfiguration);
  if (Object.keys(Object(network.awsvpcConfiguration)).length === 0) delete service.networkConfiguration;
  for (const deployment of (service.deployments ?? []) as { [name: string]: unknown }[]) {
    if (Object.keys(Object(deployment.networkConfiguration)).length === 0) delete deployment.networkConfiguration;
  }
  // A service with a strategy has no launch type.
  if (service.capacityProviderStrategy !== undefined) delete service.launchType;
}

const providers = (memory: Memory) => memory.of<string>("capacity provider's managed draining");

export const ecs: readonly Mend[] = [
  {
    service: "ecs",
    what: "drops a capacity provider's managed draining with an update",
    why: "a provider that is adopted would be changed by every plan",
    on: {
      UpdateCapacityProvider: {
        response: ({ parameters }, answer, { memory }) => {
          const { managedDraining } = Object(parameters.autoScalingGroupProvider);
          if (managedDraining !== undefined) providers(memory).set(lastPart(parameters.name), managedDraining);
          return answer;
        },
      },
      DescribeCapacityProviders: {
        response: (_, answer, { memory }) =>
          editJson(answer, ({ capacityProviders = [] }) => {
            for (const { name, autoScalingGroupProvider } of capacityProviders) {
              const managedDraining = providers(memory).get(name);
              if (managedDraining !== undefined) Object.assign(autoScalingGroupProvider, { managedDraining });
            }
          }),
      },
      DeleteCapacityProvider: {
        response: ({ parameters }, answer, { memory }) => {
          providers(memory).delete(lastPart(parameters.capacityProvider));
          return answer;
        },
      },
    },
  },
  {
    service: "ecs",
    what: "forgets most of what a service is made with, and gives an empty network back",
    why: "every second plan would show changes; by the empty network the AWS provider dies",
    on: {
      CreateService: remembers,
      UpdateService: remembers,
      DescribeServices: {
        response: (_: Call, answer, { memory }) =>
          editJson(answer, ({ services: found = [] }) => {
            for (const service of found) complete(service, memory);
          }),
      },
      DeleteService: {
        response: (_, answer, { memory }) => editJson(answer, ({ service }) => complete(service, memory)),
      },
    },
  },
];
