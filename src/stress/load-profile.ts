import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import type { Service } from "./facts/services";
import { known } from "./facts/values";
import type { Load } from "./model/load";
import { StressError } from "./stress-error";

const loadSchema = z.strictObject({
  /** Requests a second that come to the service. */
  requestsPerSecond: z.number().nonnegative(),
  /** Seconds that a request takes on a task with room, on average. */
  serviceSeconds: z.number().positive(),
  /** Requests that a task serves at once; what comes beyond waits. */
  concurrencyPerTask: z.number().positive(),
  /** Seconds that a request waits for room before its client gives up. @default 10 */
  timeoutSeconds: z.number().positive().optional(),
  /** Times that a client repeats a request that failed, at once. @default 0 */
  retries: z.int().min(0).max(10).optional(),
  /** Connections that are opened a second, beside the requests, and how long each stays open. @default none */
  longConnections: z.strictObject({ perSecond: z.number().nonnegative(), seconds: z.number().positive() }).optional(),
  /** What `requestsPerSecond` is multiplied by at each full hour of the day, UTC, from 00:00 on. @default 1, always */
  dailyCurve: z.array(z.number().nonnegative()).length(24).optional(),
  /**
   * Now and then (every so many seconds on average), for so many seconds, so many times as many requests.
   * @default none
   */
  bursts: z
    .strictObject({
      everySeconds: z.number().positive(),
      seconds: z.number().positive(),
      times: z.number().nonnegative(),
    })
    .optional(),
}) satisfies z.ZodType<Load>;

/** `load.json`: the load of services by their names; what isn't named has the default. */
const fileSchema = z.strictObject({ services: z.record(z.string(), loadSchema) });

/** The load of each service. */
export type LoadProfile = (service: Service) => Load;

/** What a request is taken to need where nothing says so. */
const SERVICE_SECONDS = 0.1;
/** Share of the scaling target at which the default load keeps the desired tasks busy. */
const BUSY = 0.7;
/** Requests a task and minute, where no policy names a target. */
const REQUESTS_PER_MINUTE = 1000;

/**
 * The load that a service's own scaling policy is made for: its desired tasks at 70 % of the target of requests. A task
 * holds twice its target at once, since a target is set well below what breaks. A service behind no load balancer has none.
 */
export function defaultLoad({ desired, fact, target: health }: Service): Load {
  const target = fact.scalingPolicies
    .filter((policy) => policy.get(`${TRACKING}.${METRIC}`) === "ALBRequestCountPerTarget")
    .map((policy) => known(policy.get(`${TRACKING}.target_value`), REQUESTS_PER_MINUTE))[0];
  const perTask = (target ?? REQUESTS_PER_MINUTE) / 60;
  return {
    requestsPerSecond: health === undefined ? 0 : perTask * BUSY * desired,
    serviceSeconds: SERVICE_SECONDS,
    concurrencyPerTask: 2 * perTask * SERVICE_SECONDS,
  };
}

const TRACKING = "target_tracking_scaling_policy_configuration";
const METRIC = "predefined_metric_specification.predefined_metric_type";

/**
 * Reads `load.json`.
 * @throws StressError with everything that is wrong in it
 */
export function readLoad(path: string, services: readonly Service[]): LoadProfile {
  if (!existsSync(path)) throw new StressError(`${path}: no such file`);
  const text = readFileSync(path, "utf8");
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new StressError(`${path}: not JSON; wanted: { "services": { "<name>": { "requestsPerSecond": … } } }`);
  }
  const result = fileSchema.safeParse(content);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => `${path}: ${issue.path.join(".")}: ${issue.message}`);
    throw new StressError(problems.join("\n"));
  }
  const loads = result.data.services;
  const names = services.map(({ name }) => name);
  const unknown = Object.keys(loads).filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new StressError(`${path}: services.${unknown[0]}: there is no such service; there are: ${names.join(", ")}`);
  }
  return (service) => loads[service.name] ?? defaultLoad(service);
}
