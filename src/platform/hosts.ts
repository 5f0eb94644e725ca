import type { Environment } from "../environments/schema";

/** Public host names of the environment's services, each once, sorted: the order of the services changes nothing. */
export function publicHosts({ services }: Environment): string[] {
  return [...new Set(services.map(({ routing }) => routing.host))].sort();
}
