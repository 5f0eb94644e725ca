import type { Check } from "../../rule";
import { judgeDetected } from "../../vocabulary/failure-modes";
import { applicationLoadBalancers } from "../../vocabulary/load-balancers";

export const loadBalancerErrorsAlarm: Check = (plan) =>
  judgeDetected(plan, {
    what: "errors of the load balancer's own",
    subjects: applicationLoadBalancers(plan),
    dimensions: ["LoadBalancer"],
    well: {
      "AWS/ApplicationELB HTTPCode_ELB_5XX_Count": 0,
      "AWS/ApplicationELB HTTPCode_ELB_502_Count": 0,
      "AWS/ApplicationELB HTTPCode_ELB_503_Count": 0,
      "AWS/ApplicationELB HTTPCode_ELB_504_Count": 0,
    },
    ill: {
      "AWS/ApplicationELB HTTPCode_ELB_5XX_Count": 500,
      "AWS/ApplicationELB HTTPCode_ELB_502_Count": 500,
      "AWS/ApplicationELB HTTPCode_ELB_503_Count": 500,
      "AWS/ApplicationELB HTTPCode_ELB_504_Count": 500,
    },
    withinMinutes: 15,
  });
