import type { Resource } from "../../../plan/plan";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import { coversArn, isAbout } from "../../vocabulary/statements";

/** Of a Deny with a condition, what it leaves isn't known here. */
export const allowedNotDenied: Check = (plan) =>
  plan.resources("aws_iam_role").flatMap((role: Resource) => {
    const statements = statementsFor(plan, role);
    const denied = statements.filter(({ effect, conditions }) => effect === "Deny" && conditions.length === 0);
    if (denied.length === 0) return [];
    const lost = statements
      .filter(({ effect }) => effect === "Allow")
      .flatMap(({ actions, resources }) =>
        actions.map(textOf).flatMap((action) => {
          const patterns = denied.filter((one) => isAbout(one, action)).flatMap((one) => one.resources.map(textOf));
          const isVoid =
            patterns.length > 0 &&
            resources.every((resource) => patterns.some((one) => coversArn(one, textOf(resource))));
          return isVoid ? [action] : [];
        }),
      );
    return [
      judge(
        role.address,
        lost.length === 0,
        `it is allowed, and denied on all of it: ${[...new Set(lost)].join(", ")}`,
      ),
    ];
  });
