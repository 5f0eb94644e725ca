import { policyStatements, type Statement } from "../../../plan/facts/policies";
import type { Check } from "../../rule";
import { judgeAllowed, textOf } from "../../vocabulary/permissions";
import { conditionsOn } from "../../vocabulary/statements";

/** Services that say for whom they take a role. EC2, Lambda and others don't: their conditions would never hold. */
const SERVICES = [
  "codebuild",
  "codepipeline",
  "config",
  "dlm",
  "ecs-tasks",
  "events",
  "fis",
  "logs",
  "pipes",
  "scheduler",
  "ssm",
  "states",
  "transfer",
  "vpc-flow-logs",
].map((name) => `${name}.amazonaws.com`);

/** What each condition must say at least. */
const SOURCES = {
  "aws:SourceAccount": /^(\d{12}|.*\$\{.*)$/,
  "aws:SourceArn": /^(arn:[^:*]+:[^:*]+:[^:]*:(\d{12}|[^:]*\$\{.*):.+|\$\{.*)$/,
} as const;

export const trustNamesItsSource: Check = (plan) =>
  policyStatements(plan)
    .filter(({ kind }) => kind === "trust")
    .map((fact) => judgeAllowed(fact, unnamed));

function unnamed(statement: Statement): readonly string[] {
  const services = statement.principals
    .filter(({ type }) => type === "Service")
    .flatMap(({ values }) => values.map(textOf))
    .filter((service) => SERVICES.includes(service));
  if (services.length === 0) return [];
  const missing = Object.entries(SOURCES).filter(([key, pattern]) => !isNamed(statement, key, pattern));
  return missing.map(([key]) => `${services.join(", ")} whatever its ${key}`);
}

function isNamed(statement: Statement, key: string, pattern: RegExp): boolean {
  return conditionsOn(statement, new RegExp(`^${key}$`, "i")).some(
    ({ operator, values }) =>
      /^(String|Arn)(Equals|Like)(IgnoreCase)?$/.test(operator) && values.every((value) => pattern.test(textOf(value))),
  );
}
