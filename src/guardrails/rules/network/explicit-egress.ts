import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";
import { describePorts, judgeGroupRules, portsOf, rangesOf } from "../../vocabulary/group-rules";

/** HTTPS, HTTP, DNS and time: what systems and agents ask the whole internet for. */
const PORTS: readonly number[] = [443, 80, 53, 123];

export const explicitEgress: Check = (plan) =>
  judgeGroupRules(plan, "egress", (rule) => {
    const { address } = rule;
    if (!rangesOf(rule).some(isInternet)) return passed(address);
    const ports = portsOf(rule);
    if (ports === undefined) return undecided(address, "the ports of a rule are known only at apply");
    const [from, to] = ports;
    return from === to && PORTS.includes(from)
      ? passed(address)
      : failed(address, `it lets out to the whole internet on ${describePorts(rule)}`);
  });
