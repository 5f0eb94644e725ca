import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { describePorts, includes, judgeGroupRules, namesRanges, portsOf } from "../../vocabulary/group-rules";

/** SSH and RDP. */
const PORTS = [22, 3389] as const;

/** From ranges, whatever includes such a port; from groups, what is meant for it alone. */
export const noRemoteAdministration: Check = (plan) =>
  judgeGroupRules(plan, "ingress", (rule) => {
    const { address } = rule;
    const ports = portsOf(rule);
    if (ports === undefined) return undecided(address, "the ports of a rule are known only at apply");
    const [from, to] = ports;
    const open = PORTS.some((port) => includes(rule, port) && (namesRanges(rule) || from === to));
    return open ? failed(address, `it lets in ${describePorts(rule)}`) : passed(address);
  });
