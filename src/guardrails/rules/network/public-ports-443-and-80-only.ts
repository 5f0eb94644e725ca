import type { Check } from "../../rule";
import { judgeGroupRules, judgeInternetPorts } from "../../vocabulary/group-rules";

/** HTTPS, and HTTP, which a load balancer only redirects. */
const PORTS: readonly number[] = [443, 80];

export const publicPorts443And80Only: Check = (plan) =>
  judgeGroupRules(plan, "ingress", (rule) => judgeInternetPorts(plan, rule, PORTS, "it lets the internet in"));
