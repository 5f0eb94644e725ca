import { equals, matches } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { listenersOf, publicLoadBalancers } from "../../vocabulary/load-balancers";

export const unknownHostsRefused: Check = (plan) =>
  publicLoadBalancers(plan)
    .flatMap((balancer) => listenersOf(plan, balancer, "HTTPS"))
    .map((listener) =>
      allOf(listener.address, [
        judgeAttribute(listener, "default_action.type", equals("fixed-response")),
        judgeAttribute(
          listener,
          "default_action.fixed_response.status_code",
          matches(/^[45]\d\d$/, "an error, 4xx or 5xx"),
        ),
      ]),
    );
