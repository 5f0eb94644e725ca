import type { Check } from "../../rule";
import { judgePermissions, textOf } from "../../vocabulary/permissions";
import { isAbout } from "../../vocabulary/statements";

/** A service's folder, and the name that all roles of services begin with. */
const NAMED = /:role\/aws-service-role\/[\w.-]+\/AWSServiceRoleFor/;

/** Of whoever makes, changes or deletes them. `*` is for `identity/exact-resources` to judge. */
export const serviceLinkedRolesNamed: Check = (plan) =>
  judgePermissions(plan, (statement) =>
    ["iam:CreateServiceLinkedRole", "iam:DeleteServiceLinkedRole"].some((action) => isAbout(statement, action))
      ? statement.resources.map(textOf).filter((text) => /:role\/aws-service-role\//.test(text) && !NAMED.test(text))
      : [],
  );
