import { reasonAgainstScope } from "../guardrails/vocabulary/unscopable-actions";
import {
  type Condition,
  type PolicyFact,
  type PolicyText,
  type Principal,
  policyStatements,
  type Statement,
} from "../plan/facts/policies";
import type { Plan, Resource } from "../plan/plan";
import { Unknown } from "../plan/value";
import { count } from "./text";

interface Role {
  readonly role: Resource;
  readonly trust: readonly Statement[];
  readonly statements: readonly Statement[];
  /** Policy that bounds it. */
  readonly boundary: string | undefined;
  /** Addresses of what names it. */
  readonly users: readonly string[];
}

/** What every role of an environment may do, as a document: a section a role, and each `*` with its reason. */
export function permissionsMarkdown(environment: string, plans: readonly Plan[]): string {
  const roles = plans.flatMap(rolesOf);
  return `${[
    "<!-- Written by `npm run docs` from what is synthesized. Edit src/platform/, not this file. -->",
    "",
    "# Permissions",
    "",
    `${count(roles.length, "role")} of \`${environment}\`; other environments' differ in names, and in what they don't have. A role`,
    "not named here isn't made by this project: AWS makes those that its services are linked to.",
    "",
    "A reference such as `aws_ecs_cluster.cluster.arn` is the attribute of a resource that Terraform makes. Several actions",
    "in a row may be taken on each of its resources, where all of its conditions hold. What no row allows is denied.",
    "",
    "| Role | Taken by | Statements |",
    "| --- | --- | --: |",
    ...roles.map((role) => `| [${nameOf(role)}](#${nameOf(role)}) | ${takers(role)} | ${role.statements.length} |`),
    ...starSection(roles),
    ...roles.flatMap(roleSection),
  ].join("\n")}\n`;
}

function rolesOf(plan: Plan): readonly Role[] {
  const facts = policyStatements(plan);
  return plan.resources("aws_iam_role").map((role) => {
    const own = (kind: PolicyFact["kind"]) =>
      facts.filter((fact) => fact.kind === kind && fact.roles.includes(role)).flatMap(statementsIn);
    const boundary = role.get("permissions_boundary");
    return {
      role,
      trust: own("trust"),
      statements: own("identity"),
      boundary: boundary === undefined ? undefined : shown(boundary as PolicyText),
      users: plan
        .resources()
        .filter(({ type, dependencies }) => !type.startsWith("aws_iam_role_") && dependencies.includes(role.address))
        .map(({ address }) => address),
    };
  });
}

/** A document that left something out would say that it isn't allowed. */
function statementsIn({ resource, statements }: PolicyFact): readonly Statement[] {
  if (statements instanceof Unknown) throw new Error(`${resource.address}: its policy is known only at apply`);
  return statements;
}

/** Each action that is allowed on any resource, once a role. */
function starSection(roles: readonly Role[]): readonly string[] {
  const rows = roles.flatMap((role) =>
    role.statements
      .filter(({ effect, resources }) => effect === "Allow" && resources.includes("*"))
      .flatMap((statement) =>
        statement.actions.map((action) => [
          `[${nameOf(role)}](#${nameOf(role)})`,
          code(shown(action)),
          reasonAgainstScope(shown(action), "*") ?? "no reason is known",
          conditionsOf(statement.conditions),
        ]),
      ),
  );
  return [
    "",
    "## On any resource",
    "",
    `${count(rows.length, "action")} may be taken on \`*\`, each because of what it is:`,
    "",
    "| Role | Action | Because | If |",
    "| --- | --- | --- | --- |",
    ...rows.map((cells) => `| ${cells.join(" | ")} |`),
  ];
}

function roleSection(role: Role): readonly string[] {
  const { statements, trust, boundary, users } = role;
  const description = role.role.get("description");
  return [
    "",
    `## ${nameOf(role)}`,
    "",
    `${typeof description === "string" ? `${description}. ` : ""}\`${role.role.address}\``,
    "",
    ...trust.map(({ principals, conditions }) => `- Taken by ${principalsOf(principals)}${ifAny(conditions)}.`),
    ...(boundary === undefined ? [] : [`- Never more than \`${boundary}\` allows.`]),
    ...(users.length === 0 ? [] : [`- Named by ${users.map(code).join(", ")}.`]),
    "",
    ...(statements.length === 0
      ? ["It may do nothing."]
      : ["| Statement | May | On | If |", "| --- | --- | --- | --- |", ...statements.map(row)]),
  ];
}

function row(statement: Statement): string {
  const { sid = "", effect, actions, notActions, resources, notResources, conditions } = statement;
  const all = (texts: readonly PolicyText[]) => texts.map((text) => code(shown(text))).join("<br>");
  const may = notActions.length > 0 ? `all but ${all(notActions)}` : all(actions);
  const on = notResources.length > 0 ? `all but ${all(notResources)}` : all(resources);
  return `| ${sid} | ${effect === "Deny" ? "**never** " : ""}${may} | ${on} | ${conditionsOf(conditions)} |`;
}

const nameOf = ({ role }: Role): string => String(role.get("name") ?? role.address);

const takers = ({ trust }: Role): string => trust.map(({ principals }) => principalsOf(principals)).join(", ");

const principalsOf = (principals: readonly Principal[]): string =>
  principals.flatMap(({ values }) => values.map((value) => code(shown(value)))).join(", ");

const ifAny = (conditions: readonly Condition[]): string =>
  conditions.length === 0 ? "" : ` if ${conditionsOf(conditions, " and ")}`;

function conditionsOf(conditions: readonly Condition[], and = "<br>"): string {
  return conditions
    .map(({ operator, key, values }) => `${code(key)} ${operator} ${values.map((one) => code(shown(one))).join(", ")}`)
    .join(and);
}

/** Text as written, its references without Terraform's braces. */
function shown(text: PolicyText): string {
  const written = text instanceof Unknown ? (text.template ?? "known only at apply") : text;
  return written.replaceAll(/\$\{(aws_[^{}]*)\}/g, "$1");
}

/** A code span in a cell: a bar would end the cell. */
const code = (text: string): string => `\`${text.replaceAll("|", "\\|")}\``;
