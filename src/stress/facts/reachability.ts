import { Netmask } from "netmask";
import type { Policy } from "../../iam/evaluate";
import { all, any, type Truth } from "../../iam/truth";
import type { CapacityGroup } from "../../plan/facts/capacity";
import { type EndpointFact, endpoints, natGateways, type SubnetFact, subnets } from "../../plan/facts/network";
import { type SecurityGroupRule, securityGroupRules } from "../../plan/facts/security-groups";
import type { Plan, Resource } from "../../plan/plan";
import { type MaybeValue, Unknown } from "../../plan/value";
import { policyAt } from "./roles";

/** What an agent speaks to. */
export const DESTINATIONS = ["ecs", "ecr.api", "ecr.dkr", "s3", "ssm", "secretsmanager", "logs", "internet"] as const;
export type Destination = (typeof DESTINATIONS)[number];

/** A way from a subnet to a destination. */
export interface Way {
  /** `"unknown"`: the plan doesn't say that there is none. */
  readonly kind: "endpoint" | "nat-gateway" | "internet-gateway" | "unknown";
  /** Address of it. */
  readonly via: string;
  /** What an endpoint lets through. @default - everything */
  readonly policy?: Policy;
}

/** By zone, the ways to each destination; none: nothing there reaches it. */
export interface Reachability {
  readonly [zone: string]: { readonly [destination in Destination]: readonly Way[] };
}

/** What the instances of a group reach, and how. */
export function reachabilityOf(plan: Plan, { group, launchTemplate }: CapacityGroup): Reachability {
  const own = plan.referenced(group.get("vpc_zone_identifier"), "aws_subnet", "aws_default_subnet");
  const groups = launchTemplate === undefined ? [] : securityGroupsOf(plan, launchTemplate);
  const isPublic = String(launchTemplate?.get("network_interfaces.associate_public_ip_address") ?? "") === "true";
  const found = subnets(plan)
    .filter(({ subnet }) => own.includes(subnet))
    .map((fact) => [zoneName(fact), waysFrom(plan, fact, groups, isPublic)] as const);
  return Object.fromEntries(found);
}

/** Security groups of what a launch template launches. */
export function securityGroupsOf(plan: Plan, launchTemplate: Resource): readonly Resource[] {
  const ids = launchTemplate.get("vpc_security_group_ids") ?? launchTemplate.get("network_interfaces.security_groups");
  return plan.referenced(ids, "aws_security_group", "aws_default_security_group");
}

/** What calls a zone by its name, as `Group.zones` does. */
const zoneName = ({ subnet, availabilityZone }: SubnetFact) =>
  typeof availabilityZone === "string" ? availabilityZone : subnet.address;

function waysFrom(plan: Plan, from: SubnetFact, groups: readonly Resource[], isPublic: boolean): Reachability[string] {
  const out = wayOut(plan, from, groups, isPublic);
  const ways = DESTINATIONS.map((destination) => [
    destination,
    [...endpointsFor(plan, from, groups, destination), ...out],
  ]);
  return Object.fromEntries(ways);
}

/** The services whose endpoints together stand for a destination: the agent speaks to ECS by two. */
const SERVICES = { ecs: ["ecs", "ecs-agent"] } as const;

function endpointsFor(
  plan: Plan,
  from: SubnetFact,
  groups: readonly Resource[],
  destination: Destination,
): readonly Way[] {
  const services: readonly string[] = destination === "ecs" ? SERVICES.ecs : [destination];
  const found = services.map((service) =>
    endpoints(plan).find((endpoint) => endpoint.service === service && isUsable(plan, from, groups, endpoint)),
  );
  const [first] = found;
  if (first === undefined || found.includes(undefined)) return [];
  const policy = policyAt(first.endpoint, "policy");
  return [{ kind: "endpoint", via: first.endpoint.address, ...(policy === undefined ? {} : { policy }) }];
}

/** Whether what is in a subnet comes through an endpoint, as far as is known. */
function isUsable(plan: Plan, from: SubnetFact, groups: readonly Resource[], endpoint: EndpointFact): boolean {
  if (endpoint.vpc !== undefined && from.vpc !== undefined && endpoint.vpc !== from.vpc) return false;
  if (endpoint.type === "Gateway") {
    const associated = plan
      .resources("aws_vpc_endpoint_route_table_association")
      .filter((one) => plan.referenced(one.get("vpc_endpoint_id"), "aws_vpc_endpoint").includes(endpoint.endpoint))
      .flatMap((one) => plan.referenced(one.get("route_table_id"), "aws_route_table", "aws_default_route_table"));
    return from.routeTable !== undefined && [...endpoint.routeTables, ...associated].includes(from.routeTable);
  }
  // Without a private name, nobody who asks for the service's own finds it.
  if (String(endpoint.endpoint.get("private_dns_enabled") ?? "false") === "false") return false;
  const isLetOut = letsOut(plan, groups, (rule) =>
    any([
      coversRange(rule, from.subnet.get("cidr_block")),
      coversRange(rule, endpoint.vpc?.get("cidr_block")),
      names(rule, endpoint.securityGroups),
    ]),
  );
  const isLetIn = letsIn(plan, endpoint.securityGroups, (rule) =>
    any([coversRange(rule, from.subnet.get("cidr_block")), names(rule, groups)]),
  );
  return all([isLetOut, isLetIn]) !== false;
}

const HTTPS = 443;

/** The default route, where it leads out and the instances may take it. */
function wayOut(plan: Plan, from: SubnetFact, groups: readonly Resource[], isPublic: boolean): readonly Way[] {
  const { defaultRoute, routeTable } = from;
  if (letsOut(plan, groups, (rule) => coversRange(rule, "0.0.0.0/0")) === false) return [];
  if (routeTable === undefined || (defaultRoute.kind === "none" && hasOpenRoutes(plan)))
    return [{ kind: "unknown", via: from.subnet.address }];
  const via = defaultRoute.target?.address ?? routeTable.address;
  switch (defaultRoute.kind) {
    case "none":
      return [];
    case "other":
      return [{ kind: "unknown", via }];
    case "internet-gateway":
      return isPublic || String(from.subnet.get("map_public_ip_on_launch")) === "true"
        ? [{ kind: defaultRoute.kind, via }]
        : [];
    case "nat-gateway": {
      const gateway = natGateways(plan).find((one) => one.gateway === defaultRoute.target);
      if (gateway === undefined) return [{ kind: "unknown", via }];
      const outside = subnets(plan).find(({ subnet }) => subnet === gateway.subnet);
      // A gateway in a subnet without a way to the internet leads nowhere.
      return outside?.routeTable !== undefined &&
        !outside.isPublic &&
        outside.defaultRoute.kind === "none" &&
        !hasOpenRoutes(plan)
        ? []
        : [{ kind: defaultRoute.kind, via }];
    }
  }
}

/** Whether a route may be in any table of the plan. */
function hasOpenRoutes(plan: Plan): boolean {
  return plan
    .resources("aws_route")
    .some(
      (route) =>
        plan.referenced(route.get("route_table_id"), "aws_route_table", "aws_default_route_table").length === 0,
    );
}

function letsOut(plan: Plan, groups: readonly Resource[], isTo: (rule: SecurityGroupRule) => Truth): Truth {
  return lets(plan, groups, "egress", isTo);
}

function letsIn(plan: Plan, groups: readonly Resource[], isFrom: (rule: SecurityGroupRule) => Truth): Truth {
  return lets(plan, groups, "ingress", isFrom);
}

/** Whether groups let HTTPS through; of none, or without rules, the plan doesn't say. */
function lets(
  plan: Plan,
  groups: readonly Resource[],
  direction: SecurityGroupRule["direction"],
  isMeant: (rule: SecurityGroupRule) => Truth,
): Truth {
  const rules = securityGroupRules(plan).filter(
    (rule) => rule.direction === direction && rule.group !== undefined && groups.includes(rule.group),
  );
  if (rules.length === 0) return "undecided";
  return any(rules.map((rule) => all([opens(rule, HTTPS), isMeant(rule)])));
}

/** Whether a rule is about a port of TCP. */
export function opens({ protocol, fromPort, toPort }: SecurityGroupRule, port: number): Truth {
  if ([protocol, fromPort, toPort].some((part) => part instanceof Unknown)) return "undecided";
  if (protocol === "-1" || fromPort === -1) return true;
  return protocol === "tcp" && Number(fromPort ?? 0) <= port && port <= Number(toPort ?? fromPort ?? 65_535);
}

function coversRange({ cidrs, prefixLists }: SecurityGroupRule, range: MaybeValue): Truth {
  const found = cidrs.map((cidr): Truth => {
    if (cidr === "0.0.0.0/0") return true;
    if (cidr instanceof Unknown) return "undecided";
    if (cidr.includes(":")) return false;
    if (typeof range !== "string") return "undecided";
    return new Netmask(cidr).contains(range);
  });
  // Which addresses are in a list of AWS's or somebody's, the plan doesn't say.
  return any([...found, ...(prefixLists.length > 0 ? ["undecided" as const] : [])]);
}

function names({ group, self, sourceGroups, foreignGroups }: SecurityGroupRule, groups: readonly Resource[]): Truth {
  if (sourceGroups.some((source) => groups.includes(source))) return true;
  if (self && group !== undefined && groups.includes(group)) return true;
  return foreignGroups.length > 0 || groups.length === 0 ? "undecided" : false;
}
