import { decodeJson } from "../expression/json";
import { oncePerPlan } from "../once";
import type { Plan, Resource } from "../plan";
import {
  entry,
  isRecord,
  listOf,
  type MaybeValue,
  referencesOf,
  Unknown,
  type Value,
  type ValueRecord,
} from "../value";
import { belonging } from "./belonging";

/**
 * Text of a policy: references stay in it as written (`"${aws_s3_bucket.state.arn}/*"`), and `Plan.referenced` finds
 * the resources that it names. `Unknown` only where nothing of the text is known.
 */
export type PolicyText = string | Unknown;

export interface Principal {
  /** `"AWS"`, `"Service"`, `"Federated"`, `"CanonicalUser"`; `"*"` for anybody. */
  readonly type: string;
  readonly values: readonly PolicyText[];
}

export interface Condition {
  /** `"StringEquals"`, `"ForAnyValue:StringLike"`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly PolicyText[];
}

/** A statement, with every "one or a list of" as a list. */
export interface Statement {
  readonly sid: string | undefined;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly PolicyText[];
  readonly notActions: readonly PolicyText[];
  readonly resources: readonly PolicyText[];
  readonly notResources: readonly PolicyText[];
  readonly principals: readonly Principal[];
  readonly notPrincipals: readonly Principal[];
  readonly conditions: readonly Condition[];
}

/** `trust`: who may take a role; `identity`: what those may do that it is on; `resource`: who may use a resource. */
export type PolicyKind = "trust" | "identity" | "resource";

export interface PolicyFact {
  /** The resource whose attribute holds the policy. */
  readonly resource: Resource;
  /** Path of the attribute. */
  readonly attribute: string;
  readonly kind: PolicyKind;
  /** The roles that it is on, for a trust or identity policy. */
  readonly roles: readonly Resource[];
  /** `Unknown`: the text is known only at apply, or isn't a policy. */
  readonly statements: readonly Statement[] | Unknown;
}

/** Every policy of the plan, one fact an attribute that holds one. */
export const policyStatements = oncePerPlan((plan): readonly PolicyFact[] => {
  const attached = attachedRoles(plan);
  return plan.resources().flatMap((resource) =>
    (POLICIES[resource.type] ?? []).flatMap(({ attribute, kind }) => {
      const roles = kind === "resource" ? [] : rolesOf(plan, resource, attached);
      return textsAt(resource, attribute).map((text) => ({
        resource,
        attribute,
        kind,
        roles,
        statements: statementsOf(text),
      }));
    }),
  );
});

/**
 * The statements of a policy's JSON text, as any attribute may hold one; none where it holds none, so that it allows
 * nothing. `Unknown`: it is known only at apply, or isn't a policy.
 */
export function statementsOf(text: Value): readonly Statement[] | Unknown {
  const document = decodeJson(text);
  if (!isRecord(document)) return new Unknown(referencesOf(text));
  const statements = listOf(entry(document, "Statement"));
  return statements.every(isRecord) ? statements.map(statementOf) : new Unknown(referencesOf(text));
}

const resourcePolicy = (attribute: string) => [{ attribute, kind: "resource" as const }];
const identityPolicy = (attribute: string) => [{ attribute, kind: "identity" as const }];

/** The attributes that hold a policy, by type of resource. */
const POLICIES: { readonly [type: string]: readonly { readonly attribute: string; readonly kind: PolicyKind }[] } = {
  aws_iam_role: [{ attribute: "assume_role_policy", kind: "trust" }, ...identityPolicy("inline_policy.policy")],
  aws_iam_role_policy: identityPolicy("policy"),
  aws_iam_policy: identityPolicy("policy"),
  aws_iam_user_policy: identityPolicy("policy"),
  aws_iam_group_policy: identityPolicy("policy"),
  aws_backup_vault_policy: resourcePolicy("policy"),
  aws_cloudwatch_event_bus_policy: resourcePolicy("policy"),
  aws_cloudwatch_log_resource_policy: resourcePolicy("policy_document"),
  aws_dynamodb_resource_policy: resourcePolicy("policy"),
  aws_ecr_registry_policy: resourcePolicy("policy"),
  aws_ecr_repository_policy: resourcePolicy("policy"),
  aws_efs_file_system_policy: resourcePolicy("policy"),
  aws_kms_key: resourcePolicy("policy"),
  aws_kms_key_policy: resourcePolicy("policy"),
  aws_s3_bucket: resourcePolicy("policy"),
  aws_s3_bucket_policy: resourcePolicy("policy"),
  aws_secretsmanager_secret: resourcePolicy("policy"),
  aws_secretsmanager_secret_policy: resourcePolicy("policy"),
  aws_sns_topic: resourcePolicy("policy"),
  aws_sns_topic_policy: resourcePolicy("policy"),
  aws_sqs_queue: resourcePolicy("policy"),
  aws_sqs_queue_policy: resourcePolicy("policy"),
  aws_vpc_endpoint: resourcePolicy("policy"),
  aws_vpc_endpoint_policy: resourcePolicy("policy"),
};

function textsAt(resource: Resource, attribute: string): readonly Value[] {
  return listOf(resource.get(attribute)).filter((text) => text !== "");
}

/** The roles of each managed policy, by the policy's address. */
function attachedRoles(plan: Plan): ReadonlyMap<string, readonly Resource[]> {
  const attachments = plan.resources("aws_iam_role_policy_attachment", "aws_iam_policy_attachment");
  const byPolicy = belonging(plan, attachments, "policy_arn", "aws_iam_policy");
  const roles = new Map<string, readonly Resource[]>();
  for (const [address, found] of byPolicy) {
    roles.set(
      address,
      found.flatMap((attachment) => plan.referenced(attachment.get("role") ?? attachment.get("roles"), "aws_iam_role")),
    );
  }
  return roles;
}

function rolesOf(
  plan: Plan,
  resource: Resource,
  attached: ReadonlyMap<string, readonly Resource[]>,
): readonly Resource[] {
  if (resource.type === "aws_iam_role") return [resource];
  return attached.get(resource.address) ?? plan.referenced(resource.get("role"), "aws_iam_role");
}

function statementOf(statement: ValueRecord): Statement {
  const texts = (key: string) => listOf(entry(statement, key)).map(policyText);
  const sid = entry(statement, "Sid");
  return {
    sid: typeof sid === "string" ? sid : undefined,
    effect: entry(statement, "Effect") === "Deny" ? "Deny" : "Allow",
    actions: texts("Action"),
    notActions: texts("NotAction"),
    resources: texts("Resource"),
    notResources: texts("NotResource"),
    principals: principalsOf(entry(statement, "Principal")),
    notPrincipals: principalsOf(entry(statement, "NotPrincipal")),
    conditions: conditionsOf(entry(statement, "Condition")),
  };
}

/** `"*"` is short for anybody: `{ "*": "*" }`. */
function principalsOf(value: MaybeValue): readonly Principal[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) return [{ type: "*", values: listOf(value).map(policyText) }];
  return Object.entries(value).map(([type, values]) => ({ type, values: listOf(values).map(policyText) }));
}

function conditionsOf(value: MaybeValue): readonly Condition[] {
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([operator, keys]) =>
    Object.entries(isRecord(keys) ? keys : {}).map(([key, values]) => ({
      operator,
      key,
      values: listOf(values).map(policyText),
    })),
  );
}

function policyText(value: Value): PolicyText {
  // A policy's own variables, which a template writes as `$${aws:username}`, stand as IAM reads them.
  if (value instanceof Unknown) return value.template?.replaceAll("$${", () => "${") ?? value;
  return typeof value === "string" ? value : JSON.stringify(value);
}
