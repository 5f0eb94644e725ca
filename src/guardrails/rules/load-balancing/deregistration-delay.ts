import { known } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

/** AWS's own default. */
const DEFAULT_SECONDS = 300;
/** What AWS's guide gives services whose requests take less than a second. */
const LEAST_SECONDS = 5;

const own = known(
  `a delay of its own, ${LEAST_SECONDS} s at least and shorter than the ${DEFAULT_SECONDS} s of AWS`,
  (seconds) => Number(seconds) >= LEAST_SECONDS && Number(seconds) < DEFAULT_SECONDS,
);

export const deregistrationDelay: Check = (plan) =>
  plan
    .resources("aws_lb_target_group")
    .map((group) => judgeAttribute(group, "deregistration_delay", own, DEFAULT_SECONDS));
