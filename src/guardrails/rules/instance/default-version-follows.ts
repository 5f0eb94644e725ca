import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** Where no version is chosen by its number. */
export const defaultVersionFollows: Check = (plan) =>
  plan
    .resources("aws_launch_template")
    .filter((template) => template.get("default_version") === undefined)
    .map((template) => judgeAttribute(template, "update_default_version", equals(true), false));
