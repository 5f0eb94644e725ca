import { equals, known, matches } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** `"200"`, `"200,204"`, `"200-299"`: successes and redirects alone. */
const successes = known("codes of 2xx and 3xx only", (value) => /^[23]\d\d([,-][23]\d\d)*$/.test(String(value)));

export const targetGroupHealthCheck: Check = (plan) =>
  plan
    .resources("aws_lb_target_group")
    .filter((group) => /^HTTPS?$/.test(String(group.get("protocol"))))
    .map((group) =>
      allOf(group.address, [
        judgeAttribute(group, "health_check.enabled", equals(true), true),
        judgeAttribute(group, "health_check.path", matches(/^\//, "a path of its own")),
        judgeAttribute(group, "health_check.matcher", successes, "200"),
      ]),
    );
