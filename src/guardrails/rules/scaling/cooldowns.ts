import { services } from "../../../plan/facts/services";
import { atLeast, known } from "../../expectation";
import { allOf, judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

const CONFIGURATION = "target_tracking_scaling_policy_configuration";
/** ECS's own, for either way. */
const DEFAULT_SECONDS = 300;
/** Metrics come once a minute: what is faster acts on the same value twice. */
const soon = known("60 to 120 seconds", (seconds) => Number(seconds) >= 60 && Number(seconds) <= 120);

export const cooldowns: Check = (plan) =>
  services(plan)
    .flatMap(({ scalingPolicies }) => scalingPolicies)
    .filter((policy) => policy.blocks(CONFIGURATION).length > 0)
    .map((policy) =>
      allOf(policy.address, [
        judgeAttribute(policy, `${CONFIGURATION}.scale_out_cooldown`, soon, DEFAULT_SECONDS),
        judgeAttribute(policy, `${CONFIGURATION}.scale_in_cooldown`, atLeast(DEFAULT_SECONDS), DEFAULT_SECONDS),
      ]),
    );
