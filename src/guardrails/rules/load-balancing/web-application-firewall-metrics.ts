import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

const METRICS = "visibility_config.cloudwatch_metrics_enabled";

export const webApplicationFirewallMetrics: Check = (plan) =>
  plan.resources("aws_wafv2_web_acl").map((acl) =>
    allOf(
      acl.address,
      [acl, ...acl.blocks("rule")].map((block) => judgeValue(acl.address, METRICS, block.get(METRICS), equals(true))),
    ),
  );
