import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";

export const loadBalancerErrorsAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "errors of the load balancer's own",
    subjects: applicationLoadBalancers(plan),
    dimensions: ["LoadBalancer"],
    // A few are a client that went away, or a target that was just being replaced.
    well: {
      "AWS/ApplicationELB HTTPCode_ELB_5XX_Count": 5,
      "AWS/ApplicationELB HTTPCode_ELB_502_Count": 5,
      "AWS/ApplicationELB HTTPCode_ELB_503_Count": 5,
      "AWS/ApplicationELB HTTPCode_ELB_504_Count": 5,
    },
    ill: {
      "AWS/ApplicationELB HTTPCode_ELB_5XX_Count": 500,
      "AWS/ApplicationELB HTTPCode_ELB_502_Count": 500,
      "AWS/ApplicationELB HTTPCode_ELB_503_Count": 500,
      "AWS/ApplicationELB HTTPCode_ELB_504_Count": 500,
    },
    // A share of all requests tells of them too.
    meanwhile: { "AWS/ApplicationELB RequestCount": 10_000, "AWS/ApplicationELB HTTPCode_Target_5XX_Count": 0 },
    withinMinutes: 15,
  });
