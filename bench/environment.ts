import production from "../src/environments/production";
import type { EnvironmentInput } from "../src/environments/schema";

/** The production environment with another number of services: its own two in turns, each under a path of its own. */
export function benchEnvironment(serviceCount: number): EnvironmentInput {
  const { services, capacity } = production;
  return {
    ...production,
    name: "bench",
    capacity: { ...capacity, maxInstances: capacity.maxInstances * Math.ceil(serviceCount / services.length) },
    services: Array.from({ length: serviceCount }, (_, index) => index + 1).flatMap((number) =>
      services.slice((number - 1) % services.length, ((number - 1) % services.length) + 1).map((service) => ({
        ...service,
        name: `service-${number}`,
        routing: { ...service.routing, paths: [`/service-${number}/*`], priority: number },
      })),
    ),
  };
}
