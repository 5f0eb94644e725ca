import { oncePerPlan } from "../once";
import type { Block, Plan, Resource } from "../plan";
import { listOf, Unknown } from "../value";
import { numberOf, textOf, textsOf } from "./texts";

/** A rule of a network ACL that lets something in or out, inline or a resource of its own. */
export interface NetworkAclRule {
  /** Address of the resource that the rule is written in. */
  readonly address: string;
  readonly direction: "ingress" | "egress";
  /** `"allow"` or `"deny"`. */
  readonly action: string | Unknown | undefined;
  /** `"tcp"`, `"6"`, …, `"-1"` for all. */
  readonly protocol: string | Unknown | undefined;
  /** `undefined`: not set, as where the protocol is all. */
  readonly fromPort: number | Unknown | undefined;
  readonly toPort: number | Unknown | undefined;
  /** IPv4 and IPv6 ranges. */
  readonly cidrs: readonly (string | Unknown)[];
}

/** Every rule of every network ACL that the plan makes; a VPC's default ACL is AWS's own, and open unless it is changed. */
export const networkAclRules = oncePerPlan((plan): readonly NetworkAclRule[] => {
  const inline = plan
    .resources("aws_network_acl")
    .flatMap((acl) =>
      DIRECTIONS.flatMap((direction) => acl.blocks(direction).map((block) => ruleOf(acl, block, direction))),
    );
  const own = plan
    .resources("aws_network_acl_rule")
    .map((rule) => ruleOf(rule, rule, String(rule.get("egress") ?? false) === "true" ? "egress" : "ingress"));
  return [...inline, ...own];
});

/** The ACLs that subnets are put under: by the ACL itself, or by associations. */
export function attachedAcls(plan: Plan): readonly Resource[] {
  const associated = plan
    .resources("aws_network_acl_association")
    .flatMap((association) => plan.referenced(association.get("network_acl_id"), "aws_network_acl"));
  const own = plan.resources("aws_network_acl").filter((acl) => {
    const subnets = acl.get("subnet_ids");
    // Which they are is left to AWS where it isn't set, and so known to nobody.
    return subnets instanceof Unknown ? subnets.references.length > 0 : listOf(subnets).length > 0;
  });
  return [...new Set([...own, ...associated])];
}

const DIRECTIONS = ["ingress", "egress"] as const;

function ruleOf({ address }: Resource, rule: Block, direction: NetworkAclRule["direction"]): NetworkAclRule {
  return {
    address,
    direction,
    action: textOf(rule.get("action") ?? rule.get("rule_action")),
    protocol: protocolOf(rule),
    fromPort: numberOf(rule.get("from_port")),
    toPort: numberOf(rule.get("to_port")),
    cidrs: ["cidr_block", "ipv6_cidr_block"].flatMap((path) => textsOf(rule.get(path))).filter((text) => text !== ""),
  };
}

function protocolOf(rule: Block): string | Unknown | undefined {
  const protocol = rule.get("protocol");
  return typeof protocol === "number" ? String(protocol) : textOf(protocol);
}
