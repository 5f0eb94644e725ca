import { isSet } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const boundaryOnEveryRole: Check = (plan) => {
  const roles = plan.resources("aws_iam_role");
  const isBounded = roles.some((role) => role.get("permissions_boundary") !== undefined);
  return isBounded ? roles.map((role) => judgeAttribute(role, "permissions_boundary", isSet)) : [];
};
