import { known } from "../../expectation";
import { allOf, failed, judgeValue, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { hostsOf } from "../../vocabulary/load-balancers";

const narrow = known("host names", (value) => !/^[*?.]*$/.test(String(value)));

export const listenerRulesNameHosts: Check = (plan) =>
  plan.resources("aws_lb_listener_rule").map((rule) => {
    const hosts = hostsOf(rule);
    if (hosts.length === 0) {
      const judgement = failed(rule.address, "no condition of it has host_header values");
      return unlessOpen(plan, judgement, rule.get("condition"));
    }
    const judgements = hosts.map((host) => judgeValue(rule.address, "condition.host_header", host, narrow));
    return allOf(rule.address, judgements);
  });
