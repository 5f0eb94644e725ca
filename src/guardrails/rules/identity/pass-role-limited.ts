import type { Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgePermissions, textOf } from "../../vocabulary/permissions";
import { conditionsOn, isAbout } from "../../vocabulary/statements";

export const passRoleLimited: Check = (plan) =>
  judgePermissions(plan, (statement) => {
    if (!isAbout(statement, "iam:PassRole")) return [];
    const wide = statement.resources.map(textOf).filter((resource) => /[*?]/.test(resource));
    return [
      ...wide.map((resource) => `iam:PassRole on ${resource}`),
      ...(isLimitedToServices(statement) ? [] : ["iam:PassRole to any service"]),
    ];
  });

function isLimitedToServices(statement: Statement): boolean {
  return conditionsOn(statement, /^iam:PassedToService$/i).some(
    ({ operator, values }) =>
      /^String(Equals|Like)(IgnoreCase)?$/.test(operator) && values.every((value) => !/[*?]/.test(textOf(value))),
  );
}
