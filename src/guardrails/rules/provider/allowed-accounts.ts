import { isSet, oneOf } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { connections } from "../../vocabulary/backends";

/** A provider that doesn't ask whose account it is in can't compare. */
const SKIP = "skip_requesting_account_id";

export const allowedAccounts: Check = (plan) =>
  connections(plan).map(({ address, settings }) =>
    allOf(address, [
      judgeValue(address, "allowed_account_ids", settings.get("allowed_account_ids"), isSet),
      judgeValue(address, SKIP, settings.get(SKIP) ?? false, oneOf(false)),
    ]),
  );
