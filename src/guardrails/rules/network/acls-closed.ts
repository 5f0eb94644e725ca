import { type NetworkAclRule, networkAclRules } from "../../../plan/facts/network-acls";
import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import type { Check, Judgement } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";

/** FTP, SSH and RDP. */
const PORTS = [20, 21, 22, 3389] as const;
/** An ACL keeps no track of connections: answers come back to the ports that clients choose, which begin here. */
const FIRST_EPHEMERAL_PORT = 1024;

export const aclsClosed: Check = (plan) =>
  networkAclRules(plan)
    .filter(({ direction, action }) => direction === "ingress" && action !== "deny")
    .map(judgeRule);

function judgeRule(rule: NetworkAclRule): Judgement {
  const { address, action, protocol, fromPort, toPort, cidrs } = rule;
  if (!cidrs.some((cidr) => cidr instanceof Unknown || isInternet(cidr))) return passed(address);
  if ([action, protocol, fromPort, toPort, ...cidrs].some((part) => part instanceof Unknown)) {
    return undecided(address, "what a rule lets in is known only at apply");
  }
  if (isAll(protocol)) return failed(address, "it lets the internet in on all ports");
  const [from, to] = [Number(fromPort ?? 0), Number(toPort ?? fromPort ?? 65535)];
  if (from === 0 && to >= 65535) return failed(address, "it lets the internet in on all ports");
  const isForAnswers = from >= FIRST_EPHEMERAL_PORT && to - from > FIRST_EPHEMERAL_PORT;
  const open = PORTS.filter((port) => from <= port && port <= to);
  return open.length === 0 || isForAnswers
    ? passed(address)
    : failed(address, `it lets the internet in on ${open.join(", ")}`);
}

const isAll = (protocol: NetworkAclRule["protocol"]) => ["-1", "all", "undefined"].includes(String(protocol));
