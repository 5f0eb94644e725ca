import { InputError } from "../../environments/problem";
import { policyDocument, type Statement } from "../policy";

/**
 * The statements in so many characters: as long as they are longer, the two resources that have most in common become one
 * pattern. What is short enough stays exact.
 *
 * @throws InputError where the patterns would say nothing any more
 */
export function shortened(statements: readonly Statement[], characters: number): readonly Statement[] {
  let short = statements;
  while (policyDocument(short).length > characters) {
    const [best] = short.flatMap(candidates).sort((a, b) => b.prefix.length - a.prefix.length);
    if (best === undefined) {
      throw new InputError([
        {
          file: "permissions boundary",
          path: "services",
          got: `${policyDocument(short).length} characters of what the services' roles may do`,
          allowed: `at most ${characters}, AWS's limit: give secrets and permitted resources names with a common beginning, as parameter/production/web/…`,
        },
      ]);
    }
    short = short.map((statement) => (statement === best.statement ? best.merged : statement));
  }
  return short;
}

interface Candidate {
  readonly statement: Statement;
  readonly prefix: string;
  readonly merged: Statement;
}

/** Neighbours in the order of their names that may become one; together they must name more than their type. */
function candidates(statement: Statement): readonly Candidate[] {
  const resources = [statement.Resource ?? []].flat().toSorted();
  return resources.slice(1).flatMap((resource, index) => {
    const prefix = commonPrefix(resources[index] ?? "", resource);
    if (!/^arn:[^:]*:[^:]*:[^:]*:[^:]*:([a-z-]+[/:])?\/?[^*/:]+[/:-]/.test(prefix)) return [];
    const merged = resources.filter((other) => !other.startsWith(prefix));
    return [{ statement, prefix, merged: { ...statement, Resource: [...merged, `${prefix}*`].sort() } }];
  });
}

/** Up to the last separator, so that a pattern ends with a whole word. */
function commonPrefix(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return /^.*[/:-]/.exec(a.slice(0, length))?.[0] ?? "";
}
