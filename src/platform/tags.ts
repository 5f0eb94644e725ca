import type { Environment } from "../environments/schema";

/** Tags of everything that an environment makes. `Disposable` tells who judges the plan that it may be destroyed. */
export function standardTags(environment: Environment): { [key: string]: string } {
  return {
    ...environment.tags,
    Environment: environment.name,
    ManagedBy: "ballast",
    Disposable: String(environment.disposable),
  };
}
