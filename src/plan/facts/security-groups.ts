import type { Plan, Resource } from "../plan";
import type { Unknown } from "../value";

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
  /** Whether it lets the group's own members in or out. */
  readonly self: boolean;
  /** Ids of prefix lists, or references to them. */
  readonly prefixLists: readonly (string | Unknown)[];
  readonly description: string | Unknown | undefined;
}

/** Every rule of every security group of the plan. */
export function securityGroupRules(plan: Plan): readonly SecurityGroupRule[] {
  return [];
}
