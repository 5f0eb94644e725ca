import type { Statement } from "../../../plan/facts/policies";
import { isEffectivelyStar, judgePermissions, textOf } from "../../permissions";
import type { Check } from "../../rule";
import { conditionsOn } from "../../statements";
import { isUnscopable } from "../../unscopable-actions";

/** Conditions that limit which resources an action reaches. */
const SCOPE = /^(aws|ec2|ecs|autoscaling|elasticloadbalancing|ssm|secretsmanager):resourcetag\/|^ecs:cluster$/i;

export const exactResources: Check = (plan) =>
  judgePermissions(plan, (statement) => {
    const stars = statement.resources.filter(isEffectivelyStar).map(textOf);
    if (stars.length === 0 || isScoped(statement)) return [];
    const actions = statement.actions.map(textOf).filter((action) => !isUnscopable(action));
    return actions.length === 0 ? [] : [`${actions.join(", ")} on ${stars.join(", ")}`];
  });

function isScoped(statement: Statement): boolean {
  return conditionsOn(statement, SCOPE).some(
    ({ operator, values }) =>
      /^(String|Arn)(Equals|Like)(IgnoreCase)?$/.test(operator) && values.every((value) => !isEffectivelyStar(value)),
  );
}
