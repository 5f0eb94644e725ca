import { isNotSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const noKeyPair: Check = (plan) =>
  plan.resources("aws_launch_template").map((template) => judgeAttribute(template, "key_name", isNotSet));
