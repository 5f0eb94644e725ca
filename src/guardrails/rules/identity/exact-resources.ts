import type { Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { isEffectivelyStar, judgePermissions, textOf } from "../../vocabulary/permissions";
import { conditionsOn } from "../../vocabulary/statements";
import { reasonAgainstScope } from "../../vocabulary/unscopable-actions";

/** Conditions on what the resource is marked with; its ARN may hold an id that isn't known yet. */
const MARK = /^(aws|ec2|ecs|autoscaling|elasticloadbalancing|ssm|secretsmanager):resourcetag\//i;

/** The records that a change is about, whatever zone they stand in. */
const RECORD_NAMES = /^route53:changeresourcerecordsetsnormalizedrecordnames$/i;
/** Conditions on what the call marks a resource with. */
const NEW_MARK = /^aws:requesttag\//i;
/** Actions whose resource isn't there before. */
const MAKING = /^[a-z0-9-]+:(Allocate|Create(?!Tags$|OrUpdate)|Register|Request|Run)\w*$/;

export const exactResources: Check = (plan) =>
  judgePermissions(plan, (statement) =>
    // What a mark narrows must still say what kind of thing it is: the same mark is on all of an environment.
    statement.resources
      .filter((resource) => (isMarked(statement) ? /^[*?]+$/.test(textOf(resource)) : isEffectivelyStar(resource)))
      .map(textOf)
      .flatMap((resource) =>
        statement.actions
          .map(textOf)
          .filter((action) => reasonAgainstScope(action, resource) === undefined)
          .map((action) => `${action} on ${resource}`),
      ),
  );

function isMarked(statement: Statement): boolean {
  return isNamed(statement, MARK) || isOfDomain(statement) || (isNamed(statement, NEW_MARK) && isAboutNew(statement));
}

/** A mark that the call itself gives tells whose a thing is only where that is new, or was nobody's. */
function isAboutNew(statement: Statement): boolean {
  return (
    statement.actions.map(textOf).every((action) => MAKING.test(action)) ||
    conditionsOn(statement, /:createaction$/i).some(({ operator }) => operator === "StringEquals") ||
    conditionsOn(statement, MARK).some(({ operator, values }) => operator === "Null" && values.join() === "true")
  );
}

/** Of a domain, whose names end alike: `*.example.com`, not `*.com`. */
function isOfDomain(statement: Statement): boolean {
  return conditionsOn(statement, RECORD_NAMES).some(
    ({ operator, values }) =>
      /^ForAllValues:String(Equals|Like)$/.test(operator) &&
      values.every((value) => /^(\*\.)?[^*?.]+\.[^*?]+$/.test(textOf(value))),
  );
}

function isNamed(statement: Statement, key: RegExp): boolean {
  return conditionsOn(statement, key).some(
    ({ operator, values }) =>
      /^String(Equals|Like)(IgnoreCase)?$/.test(operator) && values.every((value) => !isEffectivelyStar(value)),
  );
}
