import type { Resource } from "../../../plan/plan";
import { type MaybeValue, Unknown } from "../../../plan/value";
import { atMost, equals, known, matches } from "../../expectation";
import { allOf, judgeAttribute, judgeValue } from "../../judge";
import type { Check } from "../../rule";

/** `"200"`, `"200,204"`, `"200-299"`: successes and redirects alone. */
const successes = known("codes of 2xx and 3xx only", (value) => /^[23]\d\d([,-][23]\d\d)*$/.test(String(value)));

/** The defaults take 90 s. */
const MOST_SECONDS = 120;

export const targetGroupHealthCheck: Check = (plan) =>
  plan
    .resources("aws_lb_target_group")
    .filter((group) => /^HTTPS?$/.test(String(group.get("protocol"))))
    .map((group) =>
      allOf(group.address, [
        judgeAttribute(group, "health_check.enabled", equals(true), true),
        judgeAttribute(group, "health_check.path", matches(/^\//, "a path of its own")),
        judgeAttribute(group, "health_check.matcher", successes, "200"),
        judgeAttribute(group, "health_check.protocol", matches(/^HTTPS?$/, "HTTP or HTTPS"), "HTTP"),
        judgeValue(group.address, "interval × unhealthy_threshold", secondsUntilUnhealthy(group), atMost(MOST_SECONDS)),
      ]),
    );

/** How long a target that fails gets requests. */
function secondsUntilUnhealthy(group: Resource): MaybeValue {
  const interval = group.get("health_check.interval") ?? 30;
  const threshold = group.get("health_check.unhealthy_threshold") ?? 3;
  if (interval instanceof Unknown) return interval;
  return threshold instanceof Unknown ? threshold : Number(interval) * Number(threshold);
}
