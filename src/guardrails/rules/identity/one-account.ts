import { type PolicyFact, policyStatements, type Statement } from "../../../plan/facts/policies";
import { Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";
import { conditionsOn } from "../../vocabulary/statements";

/** Conditions that say whose a caller, a resource or a source is. */
const WHOSE = /^(aws:(Principal|Resource|Source)Account|kms:CallerAccount)$/i;
/** An account as a whole, as the principal of a statement. */
const ACCOUNT = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/;

/** The account that most of them name is taken for one's own: no attribute of the plan has to say it. */
export const oneAccount: Check = (plan) => {
  const named = policyStatements(plan).map((fact) => ({ fact, accounts: accountsOf(fact) }));
  const counts = new Map<string, number>();
  for (const account of named.flatMap(({ accounts }) => accounts)) counts.set(account, (counts.get(account) ?? 0) + 1);
  const [own] = [...counts].sort(([, a], [, b]) => b - a).map(([account]) => account);
  return named
    .filter(({ accounts }) => accounts.length > 0)
    .map(({ fact, accounts }) => {
      const others = accounts.filter((account) => account !== own);
      return judge(fact.resource.address, others.length === 0, `it names ${others.join(", ")}; others name ${own}`);
    });
};

function accountsOf({ resource, statements }: PolicyFact): readonly string[] {
  if (statements instanceof Unknown) return [];
  // Elsewhere, AWS's own accounts are principals too: those that deliver the logs of load balancers.
  const isKey = resource.type.startsWith("aws_kms_key");
  const texts = statements.flatMap((statement) => [...conditions(statement), ...(isKey ? principals(statement) : [])]);
  return [...new Set(texts.flatMap((text) => ACCOUNT.exec(text)?.[1] ?? []))];
}

const conditions = (statement: Statement) => conditionsOn(statement, WHOSE).flatMap(({ values }) => values.map(textOf));

const principals = (statement: Statement) => statement.principals.flatMap(({ values }) => values.map(textOf));
