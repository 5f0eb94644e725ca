import { type PolicyFact, policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Resource } from "../../../plan/plan";
import { listOf, Unknown } from "../../../plan/value";
import { judge } from "../../judge";
import type { Check } from "../../rule";
import { textOf } from "../../vocabulary/permissions";
import { conditionsOn, isAbout } from "../../vocabulary/statements";

/** Conditions that say whose a caller, a resource or a source is. */
const WHOSE = /^(aws:(Principal|Resource|Source)Account|kms:CallerAccount)$/i;
/** An account as a whole. */
const ACCOUNT = /^(?:arn:[^:]*:iam::)?(\d{12})(?::root)?$/;

/** An identity of an account: the account itself, or a user, role or session of it. */
const IDENTITY = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::.+)?$/;
/** Elsewhere, AWS's own accounts are principals too: those that deliver the logs of load balancers. */
const OWN_ONLY =
  /^aws_(kms_key|sns_topic|sqs_queue|dynamodb_resource_policy|cloudwatch_event_bus|secretsmanager_secret)/;
/** What only the bucket's own account should do to it, whoever else may write to it. */
const ADMINISTRATION = [
  "s3:DeleteBucketPolicy",
  "s3:PutBucketAcl",
  "s3:PutBucketPolicy",
  "s3:PutEncryptionConfiguration",
  "s3:PutObjectAcl",
];

/**
 * The account that most of them name, and providers allow, is taken for one's own: no attribute of the plan has to say it.
 */
export const oneAccount: Check = (plan) => {
  const named = policyStatements(plan).map((fact) => ({ fact, accounts: accountsOf(fact) }));
  const allowed = plan.providers.flatMap(({ settings }) => listOf(settings.get("allowed_account_ids")).map(String));
  const counts = new Map<string, number>();
  for (const account of [...allowed, ...named.flatMap(({ accounts }) => accounts)]) {
    counts.set(account, (counts.get(account) ?? 0) + 1);
  }
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
  const isOwnOnly = OWN_ONLY.test(resource.type);
  const conditioned = statements.flatMap(conditions).flatMap((text) => ACCOUNT.exec(text)?.[1] ?? []);
  const identities = statements
    .filter((statement) => statement.effect === "Allow" && (isOwnOnly || administers(resource, statement)))
    .flatMap(principals)
    .flatMap((text) => IDENTITY.exec(text)?.[1] ?? []);
  return [...new Set([...conditioned, ...identities])];
}

const administers = ({ type }: Resource, statement: Statement) =>
  type.startsWith("aws_s3_bucket") && ADMINISTRATION.some((action) => isAbout(statement, action));

const conditions = (statement: Statement) => conditionsOn(statement, WHOSE).flatMap(({ values }) => values.map(textOf));

const principals = (statement: Statement) =>
  statement.principals.filter(({ type }) => type === "AWS").flatMap(({ values }) => values.map(textOf));
