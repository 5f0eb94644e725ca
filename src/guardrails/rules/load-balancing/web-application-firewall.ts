import { namesOneOf } from "../../expectation";
import { judgeAttribute, judgeCompanion, waived } from "../../judge";
import type { Check } from "../../rule";
import { publicLoadBalancers } from "../../vocabulary/load-balancers";

/** Tag of a load balancer that does without, on purpose (`"none"`). */
const TAG = "tags.WebApplicationFirewall";

export const webApplicationFirewall: Check = (plan) =>
  publicLoadBalancers(plan).map((balancer) => {
    const judgement = judgeCompanion(plan, balancer, "aws_wafv2_web_acl_association", "resource_arn", (association) =>
      judgeAttribute(association, "web_acl_arn", namesOneOf(plan, "aws_wafv2_web_acl")),
    );
    return judgement.verdict === "failed" && balancer.get(TAG) === "none"
      ? waived(balancer.address, "its tag says that it does without: attacks reach the services as they come")
      : judgement;
  });
