import { ValueBlock } from "../block";
import { oncePerPlan } from "../once";
import type { Block, Plan, Resource } from "../plan";
import { type MaybeValue, Unknown } from "../value";
import { numberOf, textOf, textsOf } from "./texts";

/** A rule of a security group, however it is written: an inline block, or a resource of its own. */
export interface SecurityGroupRule {
  /** The group that it is on; `undefined`: one that isn't in the plan. */
  readonly group: Resource | undefined;
  /** Address of the resource that the rule is written in. */
  readonly address: string;
  readonly direction: "ingress" | "egress";
  /** `"tcp"`, `"udp"`, `"icmp"`, …, `"-1"` for all. */
  readonly protocol: string | Unknown;
  /** `undefined`: not set, as where the protocol is all. */
  readonly fromPort: number | Unknown | undefined;
  readonly toPort: number | Unknown | undefined;
  /** IPv4 and IPv6 ranges. */
  readonly cidrs: readonly (string | Unknown)[];
  /** Groups of the plan that it lets in or out to. */
  readonly sourceGroups: readonly Resource[];
  /** Groups that aren't in the plan: their ids, or what these come from. */
  readonly foreignGroups: readonly (string | Unknown)[];
  /** Whether it lets the group's own members in or out. */
  readonly self: boolean;
  /** Ids of prefix lists, or references to them. */
  readonly prefixLists: readonly (string | Unknown)[];
  readonly description: string | Unknown | undefined;
}

/** Every rule of every security group of the plan. */
export const securityGroupRules = oncePerPlan((plan): readonly SecurityGroupRule[] => {
  return plan.resources(...GROUPS, ...RULES).flatMap((resource) => {
    if (GROUPS.includes(resource.type)) {
      return DIRECTIONS.flatMap((direction) =>
        inlineRules(resource, direction).map((block) => ruleOf(plan, block, resource, resource, direction)),
      );
    }
    const group = groupsOf(plan, resource.get("security_group_id"))[0];
    const isEgress = resource.type === EGRESS || resource.get("type") === "egress";
    return [ruleOf(plan, resource, group, resource, isEgress ? "egress" : "ingress")];
  });
});

const INGRESS = "aws_vpc_security_group_ingress_rule";
const EGRESS = "aws_vpc_security_group_egress_rule";
const GROUPS = ["aws_security_group", "aws_default_security_group"];
const RULES = ["aws_security_group_rule", INGRESS, EGRESS];
const DIRECTIONS = ["ingress", "egress"] as const;

/** Its blocks; where it is known only at apply which there are, one of which nothing is known. */
function inlineRules(group: Resource, direction: string): readonly Block[] {
  const rules = group.get(direction);
  if (!(rules instanceof Unknown)) return group.blocks(direction);
  const attributes = ["protocol", "from_port", "to_port", "cidr_blocks", "security_groups", "description"];
  return [new ValueBlock(Object.fromEntries(attributes.map((attribute) => [attribute, rules])))];
}

/** The attributes of all three ways to write a rule; each way has its own names for the source, and its own only. */
function ruleOf(
  plan: Plan,
  rule: Block,
  group: Resource | undefined,
  { address }: Resource,
  direction: SecurityGroupRule["direction"],
): SecurityGroupRule {
  const all = (...paths: readonly string[]) => paths.flatMap((path) => textsOf(rule.get(path)));
  const groups = all("security_groups", "source_security_group_id", "referenced_security_group_id").filter(isUsed);
  const sourceGroups = groupsOf(plan, groups);
  const self = group !== undefined && sourceGroups.some((source) => source.address === group.address);
  return {
    group,
    address,
    direction,
    protocol: protocolOf(rule.get("protocol") ?? rule.get("ip_protocol")),
    fromPort: numberOf(rule.get("from_port")),
    toPort: numberOf(rule.get("to_port")),
    cidrs: all("cidr_blocks", "ipv6_cidr_blocks", "cidr_ipv4", "cidr_ipv6").filter(isUsed),
    sourceGroups,
    foreignGroups: groups.filter((source) => groupsOf(plan, source).length === 0),
    self: self || String(rule.get("self")) === "true",
    prefixLists: all("prefix_list_ids", "prefix_list_id").filter(isUsed),
    description: textOf(rule.get("description")),
  };
}

/** A plan writes what isn't set as an empty text. */
function isUsed(text: string | Unknown): boolean {
  return text !== "";
}

function groupsOf(plan: Plan, value: MaybeValue): readonly Resource[] {
  return plan.referenced(value, ...GROUPS);
}

/** Protocols by their numbers, as AWS takes them too. */
const NAMES: { readonly [number: string]: string } = {
  "1": "icmp",
  "6": "tcp",
  "17": "udp",
  "58": "icmpv6",
  all: "-1",
};

function protocolOf(value: MaybeValue): string | Unknown {
  if (value instanceof Unknown) return value;
  const written = String(value ?? "-1").toLowerCase();
  return NAMES[written] ?? written;
}
