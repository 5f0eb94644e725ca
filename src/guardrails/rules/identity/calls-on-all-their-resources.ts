import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { hasUnknownGrants, statementsFor } from "../../vocabulary/grants";
import { isOpenText, textOf } from "../../vocabulary/permissions";
import { ON_EACH } from "../../vocabulary/provider-calls";
import { isAbout } from "../../vocabulary/statements";

/** Of roles that may call it on some of them. */
export const callsOnAllTheirResources: Check = (plan) =>
  plan.resources("aws_iam_role").flatMap((role) => {
    const allowed = statementsFor(plan, role).filter(({ effect }) => effect === "Allow");
    const lacks = ON_EACH.map(({ action, resources }) => {
      const on = allowed.filter((statement) => isAbout(statement, action)).flatMap((statement) => statement.resources);
      const missing = resources.filter(
        (form) => !on.some((one) => isOpenText(one) || textOf(one) === "*" || form.test(textOf(one))),
      );
      return { action, isAllowed: on.length > 0, missing };
    }).filter(({ isAllowed }) => isAllowed);
    if (lacks.length === 0) return [];
    const found = lacks.flatMap(({ action, missing }) =>
      missing.map((form) => `${action}, and not on any ${form.source.replaceAll(/[^\w|-]/g, "")}`),
    );
    return [
      openIf(
        hasUnknownGrants(plan, role),
        judge(role.address, found.length === 0, `it may ${found.join("; ")}`),
        "; what else it may isn't in the plan",
      ),
    ];
  });
