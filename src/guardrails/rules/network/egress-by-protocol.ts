import { Unknown } from "../../../plan/value";
import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { isInternet } from "../../vocabulary/addresses";
import { judgeGroupRules, rangesOf } from "../../vocabulary/group-rules";

/** To the whole internet, `network/explicit-egress` says so; members of a group may speak as they like. */
export const egressByProtocol: Check = (plan) =>
  judgeGroupRules(plan, "egress", (rule) => {
    const { address, protocol } = rule;
    if (rule.cidrs.some((range) => range instanceof Unknown))
      return undecided(address, "a range of addresses is known only at apply");
    if (rangesOf(rule).some(isInternet) || rangesOf(rule).length === 0) return passed(address);
    if (protocol instanceof Unknown) return undecided(address, "a protocol is known only at apply");
    return ["-1", "all"].includes(String(protocol))
      ? failed(address, `it lets out by every protocol to ${rangesOf(rule).join(", ")}`)
      : passed(address);
  });
