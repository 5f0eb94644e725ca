import { type PolicyFact, type PolicyText, policyStatements, type Statement } from "../../plan/facts/policies";
import type { Plan } from "../../plan/plan";
import { Unknown } from "../../plan/value";
import { describe } from "../expectation";
import { judge, undecided } from "../judge";
import type { Judgement } from "../rule";

/** The policies that say what those they are on may do. */
export function identityPolicies(plan: Plan): readonly PolicyFact[] {
  return policyStatements(plan).filter(({ kind }) => kind === "identity");
}

/** Judges each identity policy by what is wrong with its Allow statements: a few words, or nothing. */
export function judgePermissions(
  plan: Plan,
  wrong: (statement: Statement, fact: PolicyFact) => readonly string[],
): readonly Judgement[] {
  return identityPolicies(plan).map((fact) => judgeAllowed(fact, (statement) => wrong(statement, fact)));
}

/** The same for one policy of any kind. */
export function judgeAllowed(fact: PolicyFact, wrong: (statement: Statement) => readonly string[]): Judgement {
  const { address } = fact.resource;
  if (fact.statements instanceof Unknown)
    return undecided(address, `${fact.attribute} is ${describe(fact.statements)}`);
  const found = new Set(fact.statements.filter(({ effect }) => effect === "Allow").flatMap(wrong));
  const certain = [...found].filter((text) => !isOpenText(text));
  return certain.length === 0 && found.size > 0
    ? undecided(address, `it allows ${[...found].join("; ")}`)
    : judge(address, found.size === 0, `it allows ${certain.join("; ")}`);
}

/** The text, where something of it is known. */
export const textOf = (text: PolicyText): string =>
  text instanceof Unknown ? (text.template ?? "what is known only at apply") : text;

const OUTSIDE = /\$\{[^}]*\b(var|data|local|module|each|count)\./;

/** Whether some of the text comes from what the plan doesn't hold: a variable, a data source. */
export const isOpenText = (text: PolicyText): boolean => text instanceof Unknown || OUTSIDE.test(text);

const ARN = /^arn:([^:]*):([^:]*):([^:]*):([^:]*):(.*)$/;

/** Whether a resource is as good as `*`: any at all, any of a service, any of a type, or in any account. */
export function isEffectivelyStar(resource: PolicyText): boolean {
  const text = textOf(resource);
  if (/^[*?]/.test(text)) return true;
  const [, , service = "", , account = "", whole = "x"] = ARN.exec(text) ?? [];
  // The id of an Auto Scaling group stands before its name, and AWS makes it up.
  const rest = whole.replace(/^autoScalingGroup:\*:(?=autoScalingGroupName\/)/, "");
  return /[*?]/.test(service + account) || /^([a-z-]+[/:])?[*?]/i.test(rest);
}
