import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { launchers } from "../../vocabulary/launchers";

export const imdsv2Required: Check = (plan) =>
  launchers(plan, "metadata_options").map((launcher) =>
    judgeAttribute(launcher, "metadata_options.http_tokens", equals("required"), "optional"),
  );
