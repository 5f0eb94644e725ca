import type { Plan, Resource } from "../plan";
import type { Unknown } from "../value";

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
export function policyStatements(plan: Plan): readonly PolicyFact[] {
  return [];
}
