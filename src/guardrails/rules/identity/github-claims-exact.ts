import { policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";
import { conditionsOn } from "../../vocabulary/statements";

const PROVIDER = /token\.actions\.githubusercontent\.com/;
const SUBJECT = /^token\.actions\.githubusercontent\.com:sub$/i;
/** One repository by its whole name, and what of it: `repo:example/web:environment:production`. */
const EXACT = /^repo:[\w.-]+\/[\w.-]+:[^*?]+$/;

/** Roles that GitHub's workflows take. */
export const githubClaimsExact: Check = (plan) =>
  policyStatements(plan)
    .filter(({ kind, statements }) => kind === "trust" && Array.isArray(statements) && statements.some(isForGithub))
    .map((fact) => judgeAllowed(fact, tooWide));

const isForGithub = ({ principals }: Statement) =>
  principals.some(({ type, values }) => type === "Federated" && values.some((value) => PROVIDER.test(textOf(value))));

function tooWide(statement: Statement): readonly string[] {
  if (!isForGithub(statement)) return [];
  const subjects = conditionsOn(statement, SUBJECT).filter(({ operator }) =>
    /^(ForAnyValue:)?String(Equals|Like)(IgnoreCase)?$/.test(operator),
  );
  if (subjects.length === 0) return ["workflows of every repository of GitHub"];
  return subjects
    .flatMap(({ values }) => values.map(textOf))
    .filter((subject) => !EXACT.test(subject))
    .map((subject) => `workflows of ${subject}`);
}
