import { equals } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";

/** And samples: which requests were blocked, when somebody asks. */
const WATCHED = ["visibility_config.cloudwatch_metrics_enabled", "visibility_config.sampled_requests_enabled"];

export const webApplicationFirewallMetrics: Check = (plan) =>
  plan.resources("aws_wafv2_web_acl").map((acl) =>
    allOf(
      acl.address,
      [acl, ...acl.blocks("rule")].flatMap((block) =>
        WATCHED.map((path) => judgeValue(acl.address, path, block.get(path), equals(true))),
      ),
    ),
  );
