import type { Environment } from "../environments/schema";
import { literal } from "./literal";

/** Tags of everything that an environment makes. `Disposable` tells who judges the plan that it may be destroyed. */
export function standardTags(environment: Environment): { [key: string]: string } {
  const tags = Object.entries(environment.tags).map(([key, value]) => [literal(key), literal(value)]);
  return {
    ...Object.fromEntries(tags),
    Environment: environment.name,
    ManagedBy: "ballast",
    Disposable: String(environment.disposable),
  };
}
