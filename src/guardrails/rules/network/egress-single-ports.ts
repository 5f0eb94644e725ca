import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { describePorts, judgeGroupRules, namesRanges, portsOf } from "../../vocabulary/group-rules";

const FIRST_DYNAMIC_PORT = 32768;

/** Every protocol at once is another rule's finding. */
export const egressSinglePorts: Check = (plan) =>
  judgeGroupRules(plan, "egress", (rule) => {
    const { address, protocol } = rule;
    if (!["tcp", "udp", "6", "17"].includes(String(protocol)) || !namesRanges(rule)) return passed(address);
    const ports = portsOf(rule);
    if (ports === undefined) return undecided(address, "the ports of a rule are known only at apply");
    const [from, to] = ports;
    return from === to || (from >= FIRST_DYNAMIC_PORT && from < to)
      ? passed(address)
      : failed(address, `it lets out on ${describePorts(rule)}`);
  });
