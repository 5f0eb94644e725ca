/** A policy as IAM's JSON has it; each "one or a list of" stays as it is written. */
export interface PolicyDocument {
  readonly Version: string;
  readonly Statement: readonly PolicyStatement[];
}

export interface PolicyStatement {
  readonly Sid?: string;
  readonly Effect: "Allow" | "Deny";
  readonly Principal?: "*" | { readonly [kind: string]: OneOrMore };
  readonly Action?: OneOrMore;
  readonly NotAction?: OneOrMore;
  readonly Resource?: OneOrMore;
  readonly NotResource?: OneOrMore;
  readonly Condition?: { readonly [operator: string]: { readonly [key: string]: OneOrMore } };
}

export type OneOrMore = string | readonly string[];

/** One or more, as a list; nothing is an empty one. */
export function listOf(value: OneOrMore | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === "string" ? [value] : value;
}

/** What a statement is called: its `Sid`, or its place in the policy, from 1. */
export function nameOf(document: PolicyDocument, statement: PolicyStatement): string {
  return statement.Sid ?? String(document.Statement.indexOf(statement) + 1);
}

/** The policy without that statement. */
export function withoutStatement(document: PolicyDocument, name: string): PolicyDocument {
  return changed(document, name, () => undefined);
}

/** The policy, whose statement no longer asks for that condition key, whatever the operator. */
export function withoutCondition(document: PolicyDocument, name: string, key: string): PolicyDocument {
  return changed(document, name, (statement) => {
    const kept = Object.entries(statement.Condition ?? {}).map(
      ([operator, keys]) =>
        [operator, Object.fromEntries(Object.entries(keys).filter(([candidate]) => candidate !== key))] as const,
    );
    const Condition = Object.fromEntries(kept.filter(([, keys]) => Object.keys(keys).length > 0));
    if (JSON.stringify(Condition) === JSON.stringify(statement.Condition)) throw new Error(`${name} has no ${key}`);
    return { ...statement, Condition };
  });
}

/** The policy, whose statement no longer names those actions; without the statement where none is left. */
export function withoutActions(document: PolicyDocument, name: string, actions: readonly string[]): PolicyDocument {
  return changed(document, name, (statement) => {
    const Action = listOf(statement.Action).filter((action) => !actions.includes(action));
    return Action.length === 0 ? undefined : { ...statement, Action };
  });
}

/** The policy with one statement more. */
export function withStatement(document: PolicyDocument, statement: PolicyStatement): PolicyDocument {
  return { ...document, Statement: [...document.Statement, statement] };
}

function changed(
  document: PolicyDocument,
  name: string,
  by: (statement: PolicyStatement) => PolicyStatement | undefined,
): PolicyDocument {
  const found = document.Statement.find((statement) => nameOf(document, statement) === name);
  if (found === undefined) {
    throw new Error(`no statement ${name} among ${document.Statement.map((one) => nameOf(document, one)).join(", ")}`);
  }
  const replaced = by(found);
  const Statement = document.Statement.flatMap((statement) => {
    if (statement !== found) return [statement];
    return replaced === undefined ? [] : [replaced];
  });
  return { ...document, Statement };
}
