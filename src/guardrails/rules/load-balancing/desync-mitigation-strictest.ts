import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";

export const desyncMitigationStrictest: Check = (plan) =>
  applicationLoadBalancers(plan).map((balancer) =>
    judgeAttribute(balancer, "desync_mitigation_mode", equals("strictest"), "defensive"),
  );
