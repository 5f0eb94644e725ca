import { evaluate } from "../../iam/evaluate";
import { any, type Truth } from "../../iam/truth";
import { agentSettings, type CapacityGroup, capacityGroups } from "../../plan/facts/capacity";
import { subnets } from "../../plan/facts/network";
import { type SecurityGroupRule, securityGroupRules } from "../../plan/facts/security-groups";
import { services } from "../../plan/facts/services";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, type MaybeValue, Unknown } from "../../plan/value";
import type { Group } from "./capacity";
import type { Need } from "./needs";
import { securityGroupsOf } from "./reachability";
import { type Role, rolesOf } from "./roles";
import type { Service } from "./services";

/** A path into compute, or out of it. */
export interface Path {
  readonly direction: "in" | "out";
  /** Address of what it begins at: a listener, a group; or `"internet"`. */
  readonly from: string;
  readonly to: string;
  /** `"tcp 443"`. */
  readonly ports: string;
  /** Whether it leads from the internet past every load balancer. */
  readonly isDirect: Truth;
  /** Whether something listens on what it opens. */
  readonly isUsed: Truth;
}

/** Where a listener ends TLS, and how it speaks on. */
export interface Hop {
  readonly listener: string;
  readonly targetGroup: string;
  readonly isEncryptedIn: Truth;
  readonly isEncryptedOn: Truth;
}

/** A secret, and who can read it. */
export interface SecretReaders {
  readonly secret: string;
  /** Addresses of the roles that it is for. */
  readonly owners: readonly string[];
  /** Of the plan's other roles, those that may read it, and those of which it isn't known. */
  readonly others: readonly string[];
  readonly undecided: readonly string[];
}

/** Who a service's containers are for AWS, and whether they reach their instance's credentials. */
export interface Identity {
  readonly service: string;
  readonly taskRole: string | undefined;
  readonly executionRole: string | undefined;
  readonly reachesInstance: Truth;
}

/** Who reaches whom, and as whom. */
export interface Trust {
  readonly paths: readonly Path[];
  readonly hops: readonly Hop[];
  readonly secrets: readonly SecretReaders[];
  readonly identities: readonly Identity[];
  /** Instances' groups whose instances may have a public address. */
  readonly publicGroups: readonly { readonly group: string; readonly isPublic: Truth }[];
}

export function trustOf(plan: Plan, groups: readonly Group[], own: readonly Service[]): Trust {
  return {
    paths: pathsOf(plan),
    hops: hopsOf(plan),
    secrets: readersOf(plan, own),
    identities: own.map((service) => identityOf(plan, service)),
    publicGroups: groups.map(({ address }) => ({ group: address, isPublic: isPublic(plan, address) })),
  };
}

const INTERNET = ["0.0.0.0/0", "::/0"];

/** What the rules of compute's and the tasks' groups let in and out. */
function pathsOf(plan: Plan): readonly Path[] {
  const compute = computeGroups(plan);
  return securityGroupRules(plan).flatMap((rule): readonly Path[] => {
    const { group, direction } = rule;
    if (group === undefined || !compute.has(group)) return [];
    const ends = [
      ...rule.cidrs.map((cidr) => ({
        name: cidr instanceof Unknown ? "somewhere" : cidr,
        isInternet: isInternet(cidr),
      })),
      ...rule.sourceGroups.map(({ address }) => ({ name: address, isInternet: false as Truth })),
      ...[...rule.foreignGroups, ...rule.prefixLists].map((one) => ({
        name: one instanceof Unknown ? "somewhere" : one,
        isInternet: false as Truth,
      })),
      ...(rule.self && !rule.sourceGroups.includes(group) ? [{ name: group.address, isInternet: false as Truth }] : []),
    ];
    return ends.map(({ name, isInternet }) => ({
      direction: direction === "ingress" ? "in" : "out",
      ...(direction === "ingress" ? { from: name, to: group.address } : { from: group.address, to: name }),
      ports: portsOf(rule),
      isDirect: direction === "ingress" ? isInternet : false,
      isUsed: direction === "ingress" ? isUsed(rule, compute.get(group) ?? []) : "undecided",
    }));
  });
}

const isInternet = (cidr: string | Unknown): Truth => (cidr instanceof Unknown ? "undecided" : INTERNET.includes(cidr));

function portsOf({ protocol, fromPort, toPort }: SecurityGroupRule): string {
  if ([protocol, fromPort, toPort].some((part) => part instanceof Unknown)) return "ports that are known only at apply";
  if (protocol === "-1") return "everything";
  return `${protocol} ${fromPort === toPort ? fromPort : `${fromPort ?? 0}-${toPort ?? 65_535}`}`;
}

/** Ranges of ports that are listened on behind a group. */
type Range = readonly [from: number, to: number];

/** Amazon Linux 2023's own range (net.ipv4.ip_local_port_range), which Docker gives ports of: ECS developer guide, PortMapping. */
const DYNAMIC: Range = [32_768, 60_999];

/** Groups of instances and tasks, with what listens there. */
function computeGroups(plan: Plan): ReadonlyMap<Resource, readonly Range[]> {
  const found = new Map<Resource, Range[]>();
  const add = (groups: readonly Resource[], ranges: readonly Range[]) => {
    for (const group of groups) found.set(group, [...(found.get(group) ?? []), ...ranges]);
  };
  const all = services(plan).map((fact) => ({ ...fact, ports: portsOfTask(fact.taskDefinition) }));
  const shared = all.filter(({ securityGroups }) => securityGroups.length === 0).flatMap(({ ports }) => ports);
  for (const { launchTemplate } of capacityGroups(plan)) {
    if (launchTemplate !== undefined) add(securityGroupsOf(plan, launchTemplate), shared);
  }
  for (const { securityGroups, ports } of all) add(securityGroups, ports);
  return found;
}

/** Where the containers of a task definition are reached. */
function portsOfTask(taskDefinition: Resource | undefined): readonly Range[] {
  const text = taskDefinition?.get("container_definitions");
  const isOwn = taskDefinition?.get("network_mode") === "awsvpc";
  const json = text instanceof Unknown ? (text.template ?? "") : String(text ?? "");
  const mappings = [...json.matchAll(/\{[^{}]*"containerPort"\s*:\s*(\d+)[^{}]*\}/g)];
  return mappings.map(([mapping, container]): Range => {
    const host = Number(/"hostPort"\s*:\s*(\d+)/.exec(mapping)?.[1] ?? 0);
    const port = isOwn ? Number(container) : host;
    return port === 0 ? DYNAMIC : [port, port];
  });
}

function isUsed({ protocol, fromPort, toPort }: SecurityGroupRule, ranges: readonly Range[]): Truth {
  if ([protocol, fromPort, toPort].some((part) => part instanceof Unknown) || ranges.length === 0) return "undecided";
  if (protocol === "-1") return false;
  const [from, to] = [Number(fromPort ?? 0), Number(toPort ?? fromPort ?? 65_535)];
  return ranges.some(([first, last]) => first <= from && to <= last);
}

/** From each listener to the target groups that it sends to. */
function hopsOf(plan: Plan): readonly Hop[] {
  const rules = plan.resources("aws_lb_listener_rule", "aws_alb_listener_rule");
  return plan.resources("aws_lb_listener", "aws_alb_listener").flatMap((listener) => {
    const own = rules.filter((rule) => plan.referenced(rule.get("listener_arn"), listener.type).includes(listener));
    const actions = [...listener.blocks("default_action"), ...own.flatMap((rule) => rule.blocks("action"))];
    const groups = plan.referenced(
      actions.map(({ values }) => values),
      "aws_lb_target_group",
      "aws_alb_target_group",
    );
    return groups.map((group) => ({
      ...{ listener: listener.address, targetGroup: group.address },
      ...{ isEncryptedIn: isEncrypted(listener), isEncryptedOn: isEncrypted(group) },
    }));
  });
}

function isEncrypted(resource: Resource): Truth {
  const protocol = resource.get("protocol");
  return protocol instanceof Unknown ? "undecided" : protocol === "HTTPS" || protocol === "TLS";
}

/** Who may read each secret of the services, each secret once. */
function readersOf(plan: Plan, own: readonly Service[]): readonly SecretReaders[] {
  const needs = own.flatMap(({ needs, executionRole }) =>
    needs.filter(({ kind }) => kind === "parameter" || kind === "secret").map((need) => ({ need, executionRole })),
  );
  const names = [...new Set(needs.map(({ need }) => need.name))];
  return names.flatMap((secret) => {
    const of = needs.filter(({ need }) => need.name === secret);
    const owners = of.flatMap(({ executionRole }) => executionRole?.address ?? []);
    const [first] = of;
    if (first === undefined) return [];
    const others = rolesOf(plan).filter(({ address }) => !owners.includes(address));
    const answers = others.map((role) => ({ address: role.address, answer: mayRead(role, first.need) }));
    const those = (answer: Truth) => answers.filter((one) => one.answer === answer).map(({ address }) => address);
    return [{ secret, owners, others: those(true), undecided: those("undecided") }];
  });
}

/** Whether a role may read a secret, by whichever of the calls that read one. */
function mayRead(role: Role, { action, resource, policy }: Need): Truth {
  const calls = action === "ssm:GetParameters" ? [action, "ssm:GetParameter", "ssm:GetParametersByPath"] : [action];
  const own = typeof resource === "string" && resource.startsWith("${") ? { resourceAccount: role.account } : {};
  const by = { kind: "principal", arn: role.arn, account: role.account } as const;
  return any(
    calls.map((call) => {
      const answer = evaluate(
        { by, action: call, resource, ...own, context: new Map(), otherKeys: "unknown" },
        {
          identity: role.identity,
          ...(role.boundary === undefined ? {} : { boundary: role.boundary }),
          ...(policy === undefined ? {} : { resource: policy }),
        },
      );
      return answer === "undecided" ? answer : answer === "allowed";
    }),
  );
}

function identityOf(plan: Plan, { name, executionRole, fact }: Service): Identity {
  const { taskDefinition } = fact;
  const [task] = plan.referenced(taskDefinition?.get("task_role_arn"), "aws_iam_role");
  const written = taskDefinition?.get("task_role_arn");
  return {
    service: name,
    taskRole: task?.address ?? (written === undefined || written === "" ? undefined : "a role of elsewhere"),
    executionRole: executionRole?.address,
    reachesInstance: any(
      capacityGroups(plan).map((group) => reachesInstance(group, taskDefinition?.get("network_mode"))),
    ),
  };
}

/** Whether a container reaches the metadata of its instance, and with it the instance's credentials. */
function reachesInstance({ launchTemplate }: CapacityGroup, networkMode: MaybeValue): Truth {
  if (launchTemplate === undefined || networkMode instanceof Unknown) return "undecided";
  if (launchTemplate.get("metadata_options.http_endpoint") === "disabled" || networkMode === "none") return false;
  if (networkMode === "host") return true;
  if (networkMode === "awsvpc") {
    const settings = agentSettings(launchTemplate);
    return settings instanceof Unknown ? "undecided" : settings?.get("ECS_AWSVPC_BLOCK_IMDS") !== "true";
  }
  // Of bridge mode's packets the bridge takes a hop. Without a limit, the image says which.
  const hops = launchTemplate.get("metadata_options.http_put_response_hop_limit");
  return hops === undefined || hops instanceof Unknown ? "undecided" : Number(hops) > 1;
}

/** Whether its instances may have an address of the internet's. */
function isPublic(plan: Plan, address: string): Truth {
  const group = capacityGroups(plan).find((one) => one.group.address === address);
  const given = group?.launchTemplate?.get("network_interfaces.associate_public_ip_address");
  if (given instanceof Unknown) return "undecided";
  if (given !== undefined && given !== "") return String(given) === "true";
  const own = plan.referenced(group?.group.get("vpc_zone_identifier"), "aws_subnet", "aws_default_subnet");
  if (own.length === 0 || listOf(group?.group.get("vpc_zone_identifier")).length === 0) return "undecided";
  return subnets(plan).some(
    ({ subnet }) => own.includes(subnet) && String(subnet.get("map_public_ip_on_launch")) === "true",
  );
}
