import { atMost } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Stated: Amazon Linux 2023's own images make it two where it isn't. */
export const hopLimitOne: Check = (plan) =>
  plan
    .resources("aws_launch_template")
    .map((template) => judgeAttribute(template, "metadata_options.http_put_response_hop_limit", atMost(1)));
