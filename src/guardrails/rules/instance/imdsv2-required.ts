import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const imdsv2Required: Check = (plan) =>
  plan
    .resources("aws_launch_template")
    .map((template) => judgeAttribute(template, "metadata_options.http_tokens", equals("required"), "optional"));
