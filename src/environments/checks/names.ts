import type { Environment } from "../schema";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { given } from "./lists";

/** AWS's limit on the names of load balancers and target groups. */
const LONGEST_NAME = 32;
/** A target group is `<environment>-<service>-` and four characters that change when it is replaced. */
const SUFFIX_LENGTH = "-0000".length;
/** What AWS refuses a name for that begins so: the environment's name begins every name. */
const RESERVED_BEGINNINGS = [
  { beginning: "aws", of: "capacity provider" },
  { beginning: "ecs", of: "capacity provider" },
  { beginning: "fargate", of: "capacity provider" },
  { beginning: "internal-", of: "load balancer" },
  { beginning: "xn--", of: "bucket" },
  { beginning: "sthree-", of: "bucket" },
  { beginning: "amzn-s3-demo-", of: "bucket" },
] as const;
/** The platform's own constructs and addresses, which a service of that name would take; held to the stack by a test. */
const PLATFORM_PARTS = [
  "aws",
  "access-logs",
  "auto-scaling",
  "capacity",
  "certificate",
  "cluster",
  "cluster-exec",
  "cluster-insights",
  "compute",
  "drain-guard",
  "drain-guard-trigger",
  "endpoint",
  "endpoints",
  "firewall",
  "ingress",
  "instance",
  "key",
  "load-balancer",
  "network",
  "network-flow-logs",
  "notifications",
  "notifications-events",
  "spot-fallback",
  "spot-fallback-tasks-waiting",
  "spot-fallback-trigger",
  "undelivered-events",
  "zone",
];
/** Beginning of what watches the platform and its services: `detection-web-slow-answers`. */
const DETECTION = "detection";
/** Ballast sets these on every resource. */
const OWN_TAGS = ["Environment", "ManagedBy", "Disposable"];

/** AWS takes every name whole, and none is taken twice. */
export function* nameFindings({ name, services, tags }: Draft<Environment>): Generator<Finding> {
  const reserved = RESERVED_BEGINNINGS.find(({ beginning }) => name?.startsWith(beginning));
  if (reserved !== undefined) {
    const allowed = `a name that doesn't begin with ${reserved.beginning}: AWS keeps that of a ${reserved.of}'s`;
    yield { path: "name", got: describe(name), allowed };
  }
  for (const [index, service] of given(services)) {
    if (service.name === undefined) continue;
    const path = `services[${index}].name`;
    if (PLATFORM_PARTS.includes(service.name) || `${service.name}-`.startsWith(`${DETECTION}-`)) {
      yield { path, got: describe(service.name), allowed: "another name: a part of the platform has this address" };
    }
    if (name === undefined) continue;
    const longest = LONGEST_NAME - SUFFIX_LENGTH - `${name}-`.length;
    if (service.name.length > longest) {
      const allowed = `at most ${longest} characters, or a shorter name of the environment: AWS cuts a target group's name, ${name}-${service.name}-0000, at ${LONGEST_NAME}`;
      yield { path, got: describe(service.name), allowed };
    }
  }
  for (const tag of Object.keys(tags ?? {})) {
    const path = fieldPath(["tags", tag]);
    if (/^aws:/i.test(tag)) yield { path, got: describe(tag), allowed: "another name: AWS keeps aws: to itself" };
    if (OWN_TAGS.includes(tag)) yield { path, got: describe(tag), allowed: `no ${tag}: Ballast sets it itself` };
  }
}
