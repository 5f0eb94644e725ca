import type { PolicyText, Statement } from "../plan/facts/policies";
import { Unknown } from "../plan/value";
import { coversArn } from "./arns";
import { meets } from "./condition";
import { folded, matches } from "./matching";
import { type Request, variablesOf } from "./request";
import { lacksValue, plainTokens, tokensOf, type Variables } from "./text";
import { all, any, none, not, type Truth } from "./truth";

/** Whether a statement is about a request, whoever makes it. */
export function isAbout(statement: Statement, request: Request): Truth {
  const parts: readonly (() => Truth)[] = [
    () => isAboutAction(statement, request.action),
    () => isAboutResource(statement, request),
    () => all(statement.conditions.map((condition) => meets(condition, request))),
  ];
  let truth: Truth = true;
  // Most statements are about other actions: what follows needn't be looked at.
  for (const part of parts) {
    truth = all([truth, part()]);
    if (truth === false) return false;
  }
  return truth;
}

/** Whether an action is one of those that a pattern names. */
export function namesAction(pattern: PolicyText, action: string): Truth {
  return matches(folded(tokensOf(pattern, "wildcards", () => undefined)), folded(plainTokens(action)));
}

function isAboutAction({ actions, notActions }: Statement, action: string): Truth {
  const names = (pattern: PolicyText) => namesAction(pattern, action);
  return notActions.length > 0 ? not(any(notActions.map(names))) : any(actions.map(names));
}

/** A statement without resources, as a role's trust has them, is about what it is on. */
function isAboutResource({ resources, notResources }: Statement, request: Request): Truth {
  const variables = variablesOf(request);
  const covers = (pattern: PolicyText) => coversResource(pattern, request.resource, variables);
  if (notResources.length > 0) {
    return none(notResources.map(covers), !notResources.some((pattern) => lacksValue(pattern, variables)));
  }
  return resources.length === 0 || any(resources.map(covers));
}

function coversResource(pattern: PolicyText, resource: PolicyText, variables: Variables): Truth {
  if (pattern === "*") return true;
  // Where an action takes no resource, only that much is about it.
  if (resource === "*") return pattern instanceof Unknown ? "undecided" : false;
  return coversArn(pattern, resource, variables);
}
