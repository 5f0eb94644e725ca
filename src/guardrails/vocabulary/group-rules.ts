import { type SecurityGroupRule, securityGroupRules } from "../../plan/facts/security-groups";
import { comesFromOutside } from "../../plan/outside";
import type { Plan } from "../../plan/plan";
import { type MaybeValue, Unknown } from "../../plan/value";
import { describe } from "../expectation";
import { allOf, failed, passed, undecided } from "../judge";
import type { Judgement } from "../rule";
import { isInternet } from "./addresses";

/** Judges each rule of a direction: one judgement for each group, and for each rule that is a resource of its own. */
export function judgeGroupRules(
  plan: Plan,
  direction: SecurityGroupRule["direction"],
  judgeRule: (rule: SecurityGroupRule) => Judgement,
): readonly Judgement[] {
  const judgements = new Map<string, Judgement[]>(
    plan.resources("aws_security_group", "aws_default_security_group").map(({ address }) => [address, []]),
  );
  for (const rule of securityGroupRules(plan)) {
    if (rule.direction !== direction) continue;
    const siblings = judgements.get(rule.address);
    if (siblings === undefined) judgements.set(rule.address, [judgeRule(rule)]);
    else siblings.push(judgeRule(rule));
  }
  return [...judgements].map(([address, own]) => (own.length === 0 ? passed(address) : allOf(address, own)));
}

/**
 * Judges that a rule which names the internet opens one of those ports, and no others.
 * @param found what it does otherwise (`"it lets the internet in"`)
 */
export function judgeInternetPorts(
  plan: Plan,
  rule: SecurityGroupRule,
  allowed: readonly number[],
  found: string,
): Judgement {
  const { address } = rule;
  const isPublic = rangesOf(rule).some(isInternet);
  const open = rule.cidrs.find((cidr) => comesFromOutside(plan, cidr));
  if (!isPublic && open === undefined) return passed(address);
  const ports = portsOf(rule);
  if (ports === undefined) return undecided(address, "the ports of a rule are known only at apply");
  const [from, to] = ports;
  if (from === to && allowed.includes(from)) return passed(address);
  return isPublic
    ? failed(address, `${found} on ${describePorts(rule)}`)
    : undecided(address, `its range, on ${describePorts(rule)}, is ${describe(open)}`);
}

/** Ports that a rule opens, first and last; `undefined`: known only at apply. */
export function portsOf({ protocol, fromPort, toPort }: SecurityGroupRule): readonly [number, number] | undefined {
  if ([protocol, fromPort, toPort].some((part) => part instanceof Unknown)) return undefined;
  // All protocols are all ports; so are ports of -1.
  if (!hasPorts(protocol) || fromPort === -1) return [0, 65535];
  return [Number(fromPort ?? 0), Number(toPort ?? fromPort ?? 65535)];
}

/** Whether a rule opens a port of TCP, as far as is known. */
export function includes(rule: SecurityGroupRule, port: number): boolean {
  if (!(rule.protocol instanceof Unknown) && !["tcp", "6", "-1", "all"].includes(String(rule.protocol))) return false;
  const [from, to] = portsOf(rule) ?? [0, -1];
  return from <= port && port <= to;
}

/** The rule in a few words: `"tcp 443"`, `"all protocols"`. */
export function describePorts(rule: SecurityGroupRule): string {
  const ports = portsOf(rule);
  if (ports === undefined) return "ports that are known only at apply";
  if (["-1", "all"].includes(String(rule.protocol))) return "all protocols and ports";
  const [from, to] = ports;
  return `${rule.protocol} ${from === to ? from : `${from}–${to}`}`;
}

/** Whether it says where from or to by a range of addresses, or by a list of such. */
export function namesRanges({ cidrs, prefixLists }: SecurityGroupRule): boolean {
  return cidrs.length > 0 || prefixLists.length > 0;
}

/** Whether it says where from or to at all: a rule without a range or group lets nobody through. */
export function leadsSomewhere(rule: SecurityGroupRule): boolean {
  return namesRanges(rule) || rule.self || rule.sourceGroups.length > 0 || rule.foreignGroups.length > 0;
}

/** Whether it is known only at apply which ports it opens, or to whom. */
export function isOpenRule(rule: SecurityGroupRule): boolean {
  return portsOf(rule) === undefined || sourcesOf([rule]).some((source) => source instanceof Unknown);
}

/** Judges that a group's rules name no ranges. */
export function judgeNoRanges(address: string, rules: readonly SecurityGroupRule[]): Judgement {
  const named = rules.filter(namesRanges);
  if (named.length === 0) return passed(address);
  const found = `it lets ranges in: ${named.map(describePorts).join(", ")}`;
  const known = named.some((rule) => rule.prefixLists.length > 0 || rangesOf(rule).length > 0);
  return known ? failed(address, found) : undecided(address, found);
}

/** What says whom rules let in, and by what. */
export function sourcesOf(rules: readonly SecurityGroupRule[]): readonly MaybeValue[] {
  return rules.flatMap(({ protocol, fromPort, toPort, cidrs, foreignGroups }) => [
    protocol,
    fromPort,
    toPort,
    ...cidrs,
    ...foreignGroups,
  ]);
}

/** Its ranges that are known. */
export function rangesOf({ cidrs }: SecurityGroupRule): readonly string[] {
  return cidrs.filter((cidr): cidr is string => typeof cidr === "string");
}

function hasPorts(protocol: SecurityGroupRule["protocol"]): boolean {
  return ["tcp", "udp", "6", "17"].includes(String(protocol));
}
