import type { Statement } from "../../../plan/facts/policies";
import { indexBy } from "../../../plan/index-by";
import type { Plan } from "../../../plan/plan";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";
import { hasUnknownGrants, statementsFor } from "../../vocabulary/grants";
import { textOf } from "../../vocabulary/permissions";
import {
  isReading,
  MADE_ELSEWHERE,
  madeAndUndone,
  nounOf,
  pipelines,
  READ_ELSEWHERE,
  serviceOf,
} from "../../vocabulary/pipelines";
import { conditionsOn, coversArn } from "../../vocabulary/statements";

export const pipelinesWhole: Check = (plan) =>
  pipelines(plan).map((role) => {
    const statements = statementsFor(plan, role);
    const allowed = statements.filter(({ effect }) => effect === "Allow").flatMap(grantsOf);
    const denied = statements.filter(({ effect }) => effect === "Deny").flatMap(grantsOf);
    // What a wildcard lets it do isn't counted.
    const open = new Set(allowed.filter(({ action }) => action.includes("*")).map(({ service }) => service));
    const counted = allowed.filter(({ service }) => !open.has(service));
    const lacks = [
      ...halfDone(counted, denied),
      ...unread(counted),
      ...readOnly(plan, counted, denied),
      ...untagged(counted),
      ...unpassed(counted),
    ];
    return openIf(
      hasUnknownGrants(plan, role),
      judge(role.address, lacks.length === 0, `it may ${[...new Set(lacks)].join("; ")}`),
      "; what else it may isn't in the plan",
    );
  });

interface Grant {
  readonly action: string;
  readonly service: string;
  readonly resource: string;
  readonly statement: Statement;
}

const grantsOf = (statement: Statement): readonly Grant[] =>
  statement.actions.map(textOf).flatMap((action) => {
    const service = serviceOf(action);
    return statement.resources.map((resource) => ({ action, service, resource: textOf(resource), statement }));
  });

/** What it may undo and not do, on the same thing, or make and not take away, though nothing denies that. */
function halfDone(allowed: readonly Grant[], denied: readonly Grant[]): readonly string[] {
  const kinds = new Map(
    [...new Set(allowed.map(({ action }) => action))].map((action) => [action, madeAndUndone(action)]),
  );
  const grants = allowed.map((grant) => ({ ...grant, ...kinds.get(grant.action) }));
  const makers = indexBy(grants, ({ made }) => (made === undefined ? [] : [made]));
  const isMade = (noun: string, resource: string) =>
    (makers.get(noun) ?? []).some(
      ({ resource: other }) => other === "*" || resource === "*" || coversArn(other, resource),
    );
  const undone = new Set([...grants, ...denied.map(({ action }) => madeAndUndone(action))].map((one) => one.undone));
  return grants.flatMap(({ action, resource, made, undone: taken }) => {
    if (taken !== undefined && !MADE_ELSEWHERE.test(action) && !isMade(taken, resource))
      return [`${action} on ${resource}, and not do what that undoes`];
    return made !== undefined && /:Create(?!OrUpdate)/.test(action) && !undone.has(made)
      ? [`${action}, and not undo it`]
      : [];
  });
}

/** What it may make and not look at: the next plan fails. */
function unread(allowed: readonly Grant[]): readonly string[] {
  const reads = allowed.filter(({ action }) => isReading(action)).map(({ action }) => action.toLowerCase());
  return [...new Set(allowed.map(({ action }) => action))]
    .filter((action) => /:(Create|Put)/.test(action) && !READ_ELSEWHERE.test(action))
    .filter((action) => {
      const noun = nounOf(action).replace(/y$/, "");
      return !reads.some((read) => read.startsWith(`${serviceOf(action)}:`) && read.includes(noun));
    })
    .map((action) => `${action}, and not read it`);
}

/** The ARN of something in an account; a change of Route 53's is a receipt. */
const OWN = /^arn:[^:]*:(?!route53:::change)[^:]*:([^:]*:\d{12}|:):./;
/** What stands before a bucket's name. */
const BUCKET = /^arn:[^:]*:s3:::/;
/** They are looked up by those who use them; the state's table, by Terraform itself. */
const LOOKED_UP = ["dynamodb", "ecr", "organizations", "secretsmanager", "servicequotas", "ssm", "sts"];

const ENDING = /:(Delete|Disable|Schedule)\w*$/;

/** What it may look at by its name and not change, though nothing keeps it from that; and services of which it only reads. */
function readOnly(plan: Plan, allowed: readonly Grant[], denied: readonly Grant[]): readonly string[] {
  const changes = allowed.filter(({ action }) => !isReading(action));
  // What it can't delete, it may change.
  const kept = new Map<string, Set<string>>();
  for (const { service, resource } of [...changes, ...denied.filter(({ action }) => !ENDING.test(action))])
    if (resource !== "*") kept.set(service, (kept.get(service) ?? new Set()).add(resource));
  const keptHere = new Set(denied.flatMap(({ resource }) => plan.referenced(resource)));
  const services = new Set(changes.map(({ service }) => service));
  return allowed
    .filter(({ action, service }) => isReading(action) && !LOOKED_UP.includes(service))
    .flatMap(({ service, resource }) => {
      if (!services.has(service)) return [`read ${service}, and change nothing of it`];
      const own = kept.get(service);
      return OWN.test(resource) &&
        !own?.has(resource) &&
        ![...(own ?? [])].some((other) => coversArn(other, resource)) &&
        !plan.referenced(resource.replace(BUCKET, "")).some((one) => keptHere.has(one))
        ? [`read ${resource}, and not change it`]
        : [];
    });
}

const NEW_MARK = /^aws:requesttag\//i;
const MARK = /^aws:resourcetag\//i;

/** What it may make only with a mark, and not mark while it is made. */
function untagged(allowed: readonly Grant[]): readonly string[] {
  const tags = allowed.filter(
    ({ action, statement }) =>
      /Tag/.test(action) && conditionsOn(statement, MARK).every(({ operator }) => operator === "Null"),
  );
  return allowed
    .filter(({ action, statement }) => !/Tag/.test(action) && conditionsOn(statement, NEW_MARK).length > 0)
    .filter(
      ({ service, resource }) =>
        !tags.some((tag) => tag.service === service && (resource === "*" || coversArn(tag.resource, resource))),
    )
    .map(({ action, resource }) => `${action} on ${resource} with a tag, and not tag that`);
}

/** The roles that it may make, by their names, and give to nothing. */
function unpassed(allowed: readonly Grant[]): readonly string[] {
  const of = (name: string) => allowed.filter(({ action }) => action === name).map(({ resource }) => resource);
  const passed = of("iam:PassRole");
  if (passed.length === 0) return [];
  return of("iam:CreateRole")
    .filter((role) => !passed.some((other) => coversArn(other, role)))
    .map((role) => `make ${role}, and not pass it`);
}
