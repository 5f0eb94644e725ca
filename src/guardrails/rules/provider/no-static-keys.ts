import { isNotSet } from "../../expectation";
import { allOf, judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { connections } from "../../vocabulary/backends";

const KEYS = ["access_key", "secret_key", "token"];

export const noStaticKeys: Check = (plan) =>
  connections(plan).map(({ address, settings }) =>
    allOf(
      address,
      // The value isn't repeated: it may be a real one.
      KEYS.map((key) => judgeValue(address, key, isNotSet.holds(settings.get(key)) ? null : "set", isNotSet)),
    ),
  );
