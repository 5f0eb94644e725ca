import { policyDocument, type Statement } from "../policy";

/** Characters that AWS allows a managed policy; white space isn't counted, and ours has none. */
export const MANAGED_POLICY_CHARACTERS = 6144;

/**
 * Statements by the managed policies that hold them, in their order, none beyond AWS's limit. A statement that is too long
 * for one is cut: its resources stand in several.
 */
export function packStatements(statements: readonly Statement[]): readonly (readonly Statement[])[] {
  const policies: Statement[][] = [];
  for (const statement of statements.flatMap(cut)) {
    const last = policies.at(-1);
    if (last !== undefined && isShortEnough([...last, statement])) last.push(statement);
    else policies.push([statement]);
  }
  return policies;
}

function isShortEnough(statements: readonly Statement[]): boolean {
  return policyDocument(statements).length <= MANAGED_POLICY_CHARACTERS;
}

function cut(statement: Statement): readonly Statement[] {
  const resources = [statement.Resource ?? []].flat();
  if (isShortEnough([statement]) || resources.length < 2) return [statement];
  const middle = Math.ceil(resources.length / 2);
  return [resources.slice(0, middle), resources.slice(middle)].flatMap((Resource) => cut({ ...statement, Resource }));
}
