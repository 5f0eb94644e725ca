import { matches } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { listeners } from "../../vocabulary/load-balancers";

/** Restricted ("Res"), FIPS and post-quantum ("PQ") ones too; not the extended ones, which take ciphers without forward secrecy. */
const TLS_1_3 = /^ELBSecurityPolicy-TLS13-1-[23](-Res)?(-FIPS)?(-PQ)?-\d{4}-\d{2}$/;

export const tlsPolicy: Check = (plan) =>
  listeners(plan, "HTTPS").map((listener) =>
    judgeAttribute(
      listener,
      "ssl_policy",
      matches(TLS_1_3, "a policy of TLS 1.3, and 1.2 at least (ELBSecurityPolicy-TLS13-1-2-…)"),
      "ELBSecurityPolicy-2016-08",
    ),
  );
