import { namesOneOf } from "../../expectation";
import { allOf, failed, judgeAttribute, unlessOpen } from "../../judge";
import type { Check } from "../../rule";
import { listenersOf, publicLoadBalancers, whoseListeners } from "../../vocabulary/load-balancers";

const CERTIFICATES = ["aws_acm_certificate", "aws_acm_certificate_validation", "aws_iam_server_certificate"] as const;

export const httpsListener: Check = (plan) =>
  publicLoadBalancers(plan).map((balancer) => {
    const listeners = listenersOf(plan, balancer, "HTTPS");
    if (listeners.length === 0) {
      const judgement = failed(balancer.address, "no aws_lb_listener of it has the protocol HTTPS");
      return unlessOpen(plan, judgement, ...whoseListeners(plan));
    }
    return allOf(
      balancer.address,
      listeners.map((listener) => judgeAttribute(listener, "certificate_arn", namesOneOf(plan, ...CERTIFICATES))),
    );
  });
