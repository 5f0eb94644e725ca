import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import { applicationLoadBalancers } from "../../load-balancers";
import type { Check } from "../../rule";

export const desyncMitigationStrictest: Check = (plan) =>
  applicationLoadBalancers(plan).map((balancer) =>
    judgeAttribute(balancer, "desync_mitigation_mode", equals("strictest"), "defensive"),
  );
