import type { Check } from "../../rule";
import { judgeGroupRules, judgeInternetPorts } from "../../vocabulary/group-rules";

/** HTTPS, HTTP, DNS and time: what systems and agents ask the whole internet for. */
const PORTS: readonly number[] = [443, 80, 53, 123];

export const explicitEgress: Check = (plan) =>
  judgeGroupRules(plan, "egress", (rule) => judgeInternetPorts(plan, rule, PORTS, "it lets out to the whole internet"));
