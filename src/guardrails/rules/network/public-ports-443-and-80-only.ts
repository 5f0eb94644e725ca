import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";
import { describePorts, judgeGroupRules, portsOf, rangesOf } from "../../vocabulary/group-rules";

/** HTTPS, and HTTP, which a load balancer only redirects. */
const PORTS: readonly number[] = [443, 80];

export const publicPorts443And80Only: Check = (plan) =>
  judgeGroupRules(plan, "ingress", (rule) => {
    const { address } = rule;
    if (!rangesOf(rule).some(isInternet)) return passed(address);
    const ports = portsOf(rule);
    if (ports === undefined) return undecided(address, "the ports of a public rule are known only at apply");
    const [from, to] = ports;
    return from === to && PORTS.includes(from)
      ? passed(address)
      : failed(address, `it lets the internet in on ${describePorts(rule)}`);
  });
