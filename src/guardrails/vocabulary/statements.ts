import { companions } from "../../plan/facts/belonging";
import { type Condition, type PolicyText, type Statement, statementsOf } from "../../plan/facts/policies";
import { comesFromOutside } from "../../plan/outside";
import type { Plan, Resource } from "../../plan/plan";
import { Unknown, type Value } from "../../plan/value";
import { describe } from "../expectation";
import { failed, openIf, passed, undecided, unlessOpen } from "../judge";
import type { Judgement } from "../rule";

/**
 * Judges what the policies of a resource say together, nothing where there are none: its own, and those of companions of
 * type `type`, whose `attribute` names it. All of them hold it in `policy`.
 */
export function judgePolicies(
  plan: Plan,
  resource: Resource,
  { type, attribute }: { readonly type: string; readonly attribute: string },
  decide: (statements: readonly Statement[]) => Judgement,
): Judgement {
  const statements: Statement[] = [];
  for (const { address, policy } of policiesOf([resource, ...companions(plan, resource, type, attribute)])) {
    const own = statementsOf(policy);
    if (own instanceof Unknown) {
      return policy instanceof Unknown
        ? undecided(address, `policy is ${describe(own)}`)
        : failed(address, "policy isn't one with statements");
    }
    statements.push(...own);
  }
  const lost = plan.resources(type).map((candidate) => candidate.get(attribute));
  return unlessOpen(plan, decide(statements), ...lost);
}

/** A text that is nothing but a reference, unless to what only says where the plan is applied. */
const REFERENCE = /^\$\{(?!aws_|data\.aws_(caller_identity|partition|region|organizations_organization)\.)[^{}]*\}$/;

/** Leaves a failure open where a statement that it rests on has parts from outside the plan. */
export function unlessOpenStatement(plan: Plan, judgement: Judgement, statements: readonly Statement[]): Judgement {
  const isOpen = (text: PolicyText) =>
    text instanceof Unknown ? comesFromOutside(plan, text) : REFERENCE.test(text) && plan.referenced(text).length === 0;
  return openIf(statements.flatMap(textsOf).some(isOpen), judgement);
}

/** Judges that no statement of a policy allows what it shouldn't; `found` says what the first one does that is wrong. */
export function judgeNoAllow(
  plan: Plan,
  address: string,
  statements: readonly Statement[],
  isWrong: (statement: Statement) => boolean,
  found: string,
): Judgement {
  const index = statements.findIndex((statement) => statement.effect === "Allow" && isWrong(statement));
  const statement = statements[index];
  if (statement === undefined) return passed(address);
  const judgement = failed(address, `its policy's statement ${statement.sid ?? index + 1} ${found}`);
  return unlessOpenStatement(plan, judgement, [statement]);
}

function textsOf(statement: Statement): readonly PolicyText[] {
  const { actions, notActions, resources, notResources, principals, notPrincipals, conditions } = statement;
  const values = [...principals, ...notPrincipals, ...conditions].flatMap((part) => part.values);
  return [...actions, ...notActions, ...resources, ...notResources, ...values];
}

function policiesOf(holders: readonly Resource[]): readonly { readonly address: string; readonly policy: Value }[] {
  return holders.flatMap((holder) => {
    const policy = holder.get("policy");
    return policy === undefined || policy === "" ? [] : { address: holder.address, policy };
  });
}

/** Whether the statement is about that action; wildcards count. */
export function isAbout({ actions, notActions }: Statement, action: string): boolean {
  if (notActions.length > 0) return !notActions.some((pattern) => matchesAction(pattern, action));
  return actions.some((pattern) => matchesAction(pattern, action));
}

/** Whether an action is one of those that a pattern names, as IAM compares them. */
export function matchesAction(pattern: PolicyText, action: string): boolean {
  if (pattern instanceof Unknown) return false;
  // Most name one action in full: a comparison is much faster than an expression made for it.
  return pattern.includes("*") || pattern.includes("?")
    ? wildcards(pattern, "i").test(action)
    : pattern.toLowerCase() === action.toLowerCase();
}

/** Whether the pattern of a policy's resource covers an ARN. */
export function coversArn(pattern: string, arn: string): boolean {
  const literal = pattern.search(/[*?]/);
  if (literal === -1) return pattern === arn;
  // Most differ before the first wildcard: no expression needs to be made for those.
  return arn.startsWith(pattern.slice(0, literal)) && wildcards(pattern).test(arn);
}

/** A pattern as IAM reads it: `*` is any text, `?` any character. */
function wildcards(pattern: string, flags = ""): RegExp {
  const key = `${flags}/${pattern}`;
  const known = expressions.get(key);
  if (known !== undefined) return known;
  const literal = pattern.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  const made = new RegExp(`^${literal.replaceAll("*", ".*").replaceAll("?", ".")}$`, flags);
  expressions.set(key, made);
  return made;
}

/** A plan's patterns are few, and each is compared with thousands of texts. */
const expressions = new Map<string, RegExp>();

/** Whether it is about anybody at all, of whatever account. */
export function isForAnybody({ principals, notPrincipals }: Statement): boolean {
  return (
    notPrincipals.length > 0 ||
    principals.some(({ type, values }) => ["*", "AWS"].includes(type) && values.includes("*"))
  );
}

/** Its conditions on a key, whatever their operator. */
export function conditionsOn({ conditions }: Statement, key: RegExp): readonly Condition[] {
  return conditions.filter((condition) => key.test(condition.key));
}

/** Whether its one condition is that: any further one would narrow it. */
export function isOnlyIf({ conditions }: Statement, operator: RegExp, key: string, value: string): boolean {
  const [condition] = conditions;
  return (
    conditions.length === 1 &&
    condition !== undefined &&
    operator.test(condition.operator) &&
    condition.key.toLowerCase() === key.toLowerCase() &&
    condition.values.length === 1 &&
    String(condition.values[0]) === value
  );
}

/** Whether a condition keeps somebody or something out. */
export function isNarrow({ operator, values }: Condition): boolean {
  return !/Not|^Null|IfExists$/i.test(operator) && values.length > 0 && !values.includes("*");
}
