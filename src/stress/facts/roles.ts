import type { Policy } from "../../iam/evaluate";
import { namesAction } from "../../iam/statement";
import { parseAddress } from "../../plan/address";
import { companions } from "../../plan/facts/belonging";
import { type PolicyText, policyStatements, type Statement, statementsOf } from "../../plan/facts/policies";
import { oncePerPlan } from "../../plan/once";
import type { Plan, Resource } from "../../plan/plan";
import { listOf, type MaybeValue, Unknown } from "../../plan/value";

/** A role of the plan, and what it may do. */
export interface Role {
  readonly address: string;
  /** Its ARN as policies name it. */
  readonly arn: PolicyText;
  /** Number of its account. */
  readonly account: PolicyText;
  readonly identity: readonly Policy[];
  /** @default - nothing bounds it */
  readonly boundary?: Policy;
}

/** Every role of the plan. */
export const rolesOf = oncePerPlan((plan): readonly Role[] =>
  plan.resources("aws_iam_role").map((role) => roleOf(plan, role)),
);

/** The role that a value names; one that isn't in the plan may do whatever; `undefined`: it names none. */
export function roleAt(plan: Plan, value: MaybeValue): Role | undefined {
  if (value === undefined || value === "") return undefined;
  const [role] = plan.referenced(value, "aws_iam_role");
  const found = role && rolesOf(plan).find(({ address }) => address === role.address);
  return (
    found ?? {
      address: String(value instanceof Unknown ? "a role of elsewhere" : value),
      arn: new Unknown([]),
      account: new Unknown([]),
      identity: [new Unknown([])],
    }
  );
}

/** The number of the account that the plan is for, where it says so: by its provider, or by every ARN in its policies. */
export const accountOf = oncePerPlan((plan): string | undefined => {
  const allowed = plan.providers.flatMap(({ settings }) => listOf(settings.get("allowed_account_ids"))).map(String);
  const texts = policyStatements(plan).flatMap(({ statements }) =>
    statements instanceof Unknown ? [] : statements.flatMap(({ resources }) => resources),
  );
  const written = texts.flatMap((text) =>
    typeof text === "string" ? (/^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(text)?.[1] ?? []) : [],
  );
  const all = new Set(allowed.length > 0 ? allowed : written);
  return all.size === 1 ? [...all][0] : undefined;
});

/** The role without what allows it an action. */
export function withoutGrant(role: Role, action: string): Role {
  const isLeft = (pattern: PolicyText) => namesAction(pattern, action) === false;
  const kept = (statement: Statement): readonly Statement[] => {
    if (statement.effect === "Deny") return [statement];
    const actions = statement.actions.filter(isLeft);
    return actions.length === 0 ? [] : [{ ...statement, actions }];
  };
  return {
    ...role,
    identity: role.identity.map((policy) => (policy instanceof Unknown ? policy : policy.flatMap(kept))),
  };
}

/** The account as policies name it, known or not: what is the plan's own is in this one. */
export const accountText = (plan: Plan): string => accountOf(plan) ?? "${plan.account.id}";

/**
 * A text of a policy in which the names of a module's own say which module's: the same words in another module are
 * something else.
 */
export function qualified<Text extends PolicyText>(text: Text, { address }: Resource): Text | string {
  const { module } = parseAddress(address);
  return typeof text === "string" && module !== ""
    ? text.replaceAll(/\$\{(var|local)\./g, (_, root) => `\${${module}${root}.`)
    : text;
}

/** The statements of a policy that a resource holds. */
export function policyAt(resource: Resource, attribute: string): Policy | undefined {
  const text = resource.get(attribute);
  return text === undefined || text === "" ? undefined : inModule(statementsOf(text), resource);
}

function inModule(statements: Policy, resource: Resource): Policy {
  if (statements instanceof Unknown) return statements;
  const all = (texts: readonly PolicyText[]) => texts.map((text) => qualified(text, resource));
  const values = <Part extends { readonly values: readonly PolicyText[] }>(parts: readonly Part[]) =>
    parts.map((part) => ({ ...part, values: all(part.values) }));
  return statements.map(
    (statement): Statement => ({
      ...statement,
      ...{ resources: all(statement.resources), notResources: all(statement.notResources) },
      ...{ principals: values(statement.principals), notPrincipals: values(statement.notPrincipals) },
      conditions: values(statement.conditions),
    }),
  );
}

function roleOf(plan: Plan, role: Resource): Role {
  const own = policyStatements(plan)
    .filter(({ kind, roles }) => kind === "identity" && roles.some(({ address }) => address === role.address))
    .map(({ statements, resource }) => inModule(statements, resource));
  const bound = role.get("permissions_boundary");
  const boundary = bound === undefined || bound === "" ? undefined : managedPolicy(plan, bound);
  return {
    address: role.address,
    arn: `\${${role.address}.arn}`,
    account: accountText(plan),
    identity: [...own, ...foreignPolicies(plan, role)],
    ...(boundary === undefined ? {} : { boundary }),
  };
}

/** Policies on a role that the plan doesn't make; and a policy that nobody knows, where one may be. */
function foreignPolicies(plan: Plan, role: Resource): readonly Policy[] {
  const attached = [
    ...listOf(role.get("managed_policy_arns")),
    ...companions(plan, role, "aws_iam_role_policy_attachment", "role").flatMap((holder) =>
      listOf(holder.get("policy_arn")),
    ),
  ].filter((arn) => plan.referenced(arn, "aws_iam_policy").length === 0);
  const isElsewhere = ["aws_iam_role_policy", "aws_iam_role_policy_attachment"].some((type) =>
    plan.resources(type).some((holder) => {
      const on = holder.get("role");
      return on instanceof Unknown && plan.referenced(on, "aws_iam_role").length === 0;
    }),
  );
  return [...attached.map((arn) => managedPolicy(plan, arn)), ...(isElsewhere ? [new Unknown([])] : [])];
}

function managedPolicy(plan: Plan, arn: MaybeValue): Policy {
  const [policy] = plan.referenced(arn, "aws_iam_policy");
  if (policy !== undefined) return policyAt(policy, "policy") ?? new Unknown([]);
  return typeof arn === "string" && /:policy\/service-role\/AmazonECSTaskExecutionRolePolicy$/.test(arn)
    ? EXECUTION
    : new Unknown([]);
}

/** AWS's AmazonECSTaskExecutionRolePolicy, which most modules attach: AWS managed policy reference, version 1. */
const EXECUTION: Policy = [
  {
    ...{ sid: undefined, effect: "Allow" },
    actions: [
      "ecr:GetAuthorizationToken",
      "ecr:BatchCheckLayerAvailability",
      "ecr:GetDownloadUrlForLayer",
      "ecr:BatchGetImage",
      "logs:CreateLogStream",
      "logs:PutLogEvents",
    ],
    ...{ notActions: [], resources: ["*"], notResources: [], principals: [], notPrincipals: [], conditions: [] },
  },
];
