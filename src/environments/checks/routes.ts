import type { Environment } from "../schema";
import { describe } from "./describe";
import type { Draft, Finding } from "./finding";
import { given, groupBy } from "./lists";

interface Route {
  readonly path: string;
  readonly service: number;
  readonly host: string;
  readonly pattern: string;
  readonly priority: number | undefined;
}

/** Hosts are in the domain, and every route can be reached. */
export function* routeFindings({ ingress, services }: Draft<Environment>): Generator<Finding> {
  const domainName = ingress?.domainName;
  const routes: Route[] = [];
  for (const [service, { routing }] of given(services)) {
    const { host, paths, priority } = routing ?? {};
    if (host === undefined) continue;
    if (domainName !== undefined && host !== domainName && !host.endsWith(`.${domainName}`)) {
      const allowed = `${domainName} (ingress.domainName) or a name in it, e.g. "www.${domainName}"`;
      yield { path: `services[${service}].routing.host`, got: describe(host), allowed };
    }
    for (const [index, pattern] of given(paths)) {
      routes.push({ path: `services[${service}].routing.paths[${index}]`, service, host, pattern, priority });
    }
  }
  for (const sameHost of groupBy(routes, ({ host }) => host).values()) yield* conflicts(sameHost);
}

function* conflicts(routes: readonly Route[]): Generator<Finding> {
  const firsts = new Map<string, Route>();
  for (const route of routes) {
    const first = firsts.get(route.pattern);
    const got = `${describe(route.pattern)} of ${route.host}`;
    if (first === undefined) firsts.set(route.pattern, route);
    else
      yield { path: route.path, got, allowed: `a host and path of its own: services[${first.service}] has it already` };
  }
  const catchAlls = routes.filter(
    ({ pattern }) => pattern.indexOf("*") === pattern.length - 1 && !pattern.includes("?"),
  );
  for (const route of routes) {
    const shadow = catchAlls.find(
      ({ service, pattern, priority = Number.POSITIVE_INFINITY }) =>
        service !== route.service &&
        pattern !== route.pattern &&
        route.pattern.startsWith(pattern.slice(0, -1)) &&
        route.priority !== undefined &&
        priority < route.priority,
    );
    if (shadow !== undefined) {
      const allowed = `a priority below services[${shadow.service}]'s ${shadow.priority}, whose ${shadow.pattern} takes its requests`;
      yield { path: `services[${route.service}].routing.priority`, got: describe(route.priority), allowed };
    }
  }
}
