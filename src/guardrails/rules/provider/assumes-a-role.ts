import { isSet } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";
import { connections } from "../../vocabulary/backends";

const WAYS = ["assume_role.role_arn", "assume_role_with_web_identity.role_arn"] as const;

/** A backend may also write the role without a block, as it did before Terraform 1.6. */
export const assumesARole: Check = (plan) =>
  connections(plan).map(({ address, settings }) => {
    const roles = [...WAYS, "role_arn"].map((path) => settings.get(path));
    return judgeValue(
      address,
      WAYS[0],
      roles.find((role) => isSet.holds(role) === true),
      isSet,
    );
  });
