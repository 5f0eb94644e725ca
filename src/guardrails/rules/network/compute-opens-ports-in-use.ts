import { containers } from "../../../plan/facts/containers";
import type { SecurityGroupRule } from "../../../plan/facts/security-groups";
import type { Plan } from "../../../plan/plan";
import { isRecord, listOf, Unknown } from "../../../plan/value";
import { allOf, failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { computeGroups, ingressByGroup } from "../../vocabulary/compute";
import { describePorts, portsOf } from "../../vocabulary/group-rules";

/** Where Linux takes the host ports of tasks in bridge mode from, at the earliest. */
const FIRST_DYNAMIC_PORT = 32768;

export const computeOpensPortsInUse: Check = (plan) => {
  const used = portsInUse(plan);
  const ingress = ingressByGroup(plan);
  return computeGroups(plan).map((group) =>
    allOf(
      group.address,
      ingress(group)
        .filter(({ self }) => !self)
        .map((rule) => judgePorts(group.address, rule, used)),
    ),
  );
};

/** Ports that containers listen on; `undefined`: known only at apply. */
function portsInUse(plan: Plan): ReadonlySet<number> | undefined {
  const ports = new Set<number>();
  for (const { definition } of containers(plan)) {
    if (definition instanceof Unknown || definition.portMappings instanceof Unknown) return undefined;
    for (const mapping of listOf(definition.portMappings).filter(isRecord)) {
      for (const port of [mapping.containerPort, mapping.hostPort]) {
        if (port instanceof Unknown) return undefined;
        ports.add(Number(port));
      }
    }
  }
  return ports;
}

function judgePorts(address: string, rule: SecurityGroupRule, used: ReadonlySet<number> | undefined): Judgement {
  const ports = portsOf(rule);
  if (ports === undefined) return undecided(address, "the ports of a rule are known only at apply");
  const [from, to] = ports;
  if (from >= FIRST_DYNAMIC_PORT || (from === to && used?.has(from))) return passed(address);
  const found = `it lets in ${describePorts(rule)}, which no container listens on`;
  return from === to && used === undefined ? undecided(address, found) : failed(address, found);
}
