import type { Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { isEffectivelyStar, judgePermissions, textOf } from "../../vocabulary/permissions";
import { conditionsOn } from "../../vocabulary/statements";
import { reasonAgainstScope } from "../../vocabulary/unscopable-actions";

/** Conditions on what the resource is marked with; its ARN may hold an id that isn't known yet. */
const MARK = /^(aws|ec2|ecs|autoscaling|elasticloadbalancing|ssm|secretsmanager):resourcetag\//i;

export const exactResources: Check = (plan) =>
  judgePermissions(plan, (statement) =>
    isMarked(statement)
      ? []
      : statement.resources
          .filter(isEffectivelyStar)
          .map(textOf)
          .flatMap((resource) =>
            statement.actions
              .map(textOf)
              .filter((action) => reasonAgainstScope(action, resource) === undefined)
              .map((action) => `${action} on ${resource}`),
          ),
  );

function isMarked(statement: Statement): boolean {
  return conditionsOn(statement, MARK).some(
    ({ operator, values }) =>
      /^String(Equals|Like)(IgnoreCase)?$/.test(operator) && values.every((value) => !isEffectivelyStar(value)),
  );
}
