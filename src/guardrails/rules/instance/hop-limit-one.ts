import { atMost } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { launchers } from "../../vocabulary/launchers";

/** Stated: Amazon Linux 2023's own images make it two where it isn't. */
export const hopLimitOne: Check = (plan) =>
  launchers(plan, "metadata_options").map((launcher) =>
    judgeAttribute(launcher, "metadata_options.http_put_response_hop_limit", atMost(1)),
  );
