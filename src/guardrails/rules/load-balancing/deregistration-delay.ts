import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const shorter = known("a delay of its own, shorter than the 300 s of AWS", (seconds) => Number(seconds) < 300);

export const deregistrationDelay: Check = (plan) =>
  plan.resources("aws_lb_target_group").map((group) => judgeAttribute(group, "deregistration_delay", shorter, 300));
