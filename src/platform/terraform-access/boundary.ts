import type { Environment } from "../../environments/schema";
import type { Statement } from "../policy";
import { policyDocument } from "../policy";
import type { Condition, Grant, SynthesizedResource } from "./grant";
import { mergeGrants } from "./merge";
import { MANAGED_POLICY_CHARACTERS } from "./pack";
import type { Scope } from "./scope";
import { shortened } from "./shorten";
import type { StateStore } from "./state-access";

/** Ids that AWS makes up in place of the references, for the length: a key's ARN is the longest. */
const REFERENCE_CHARACTERS = 100;

/**
 * The most that any role of the platform may have: what their policies say together, and of that nothing about identities,
 * the organization or Terraform's state. It allows nothing by itself; a role that somebody gives more has no more.
 */
export function boundaryStatements(
  resources: readonly SynthesizedResource[],
  scope: Scope,
  store: StateStore & { readonly accessLogsBucketArn: string },
): readonly Statement[] {
  const denied = denials(scope.environment, store);
  const room = MANAGED_POLICY_CHARACTERS - lengthOf(denied);
  const allowed = mergeGrants(resources.flatMap((resource) => runtimeGrants(resource, scope, store)));
  return [...shortened(allowed, room), ...denied];
}

/** What a role's own policy allows it at run time, with the ARNs that its references will have. */
function runtimeGrants({ type, body }: SynthesizedResource, scope: Scope, store: StateStore): readonly Grant[] {
  if (type !== "aws_iam_role_policy") return [];
  const statements: readonly Statement[] = JSON.parse(String(body.policy)).Statement;
  return statements.flatMap(({ Action, Resource = [], Condition }) =>
    [Resource].flat().map((resource) => {
      const arn =
        resource === store.configuredKeyArn ? store.keyArn : withinFolder(scope.text(resource), scope.environment.name);
      return {
        actions: [Action].flat(),
        resources: [arn],
        // What is exact needs none: the role's own policy has it, and both must hold.
        ...(isWide(arn) ? { condition: isAnyKey(arn) ? scope.own : knownCondition(Condition, scope) } : {}),
      };
    }),
  );
}

/** A condition's values with the ARNs that its references will have. */
function knownCondition(condition: Condition | undefined, scope: Scope): Condition | undefined {
  if (condition === undefined) return undefined;
  return JSON.parse(scope.text(JSON.stringify(condition)));
}

/** The environment's log groups as one folder, however many there are. */
function withinFolder(arn: string, environment: string): string {
  return arn.replace(new RegExp(`^(arn:aws:logs:.*:log-group:(?:/[^/]+)*?/${environment}/).*$`), "$1*");
}

/** Whether nothing in the ARN tells whose it is. */
const isWide = (arn: string): boolean => arn === "*" || /[:/]\*$/.test(arn);

/** A key whose id AWS makes up: its mark tells whose it is. */
const isAnyKey = (arn: string): boolean => arn.startsWith("arn:aws:kms:") && arn.endsWith(":key/*");

function denials(
  { region }: Environment,
  store: StateStore & { readonly accessLogsBucketArn: string },
): readonly Statement[] {
  const buckets = [store.bucketArn, store.accessLogsBucketArn];
  return [
    {
      Sid: "NoIdentities",
      Effect: "Deny",
      Action: [
        "account:*",
        ...["Add", "Attach", "Create", "Delete", "Detach", "Put", "Remove", "Set", "Update", "Upload"].map(
          (verb) => `iam:${verb}*`,
        ),
        "organizations:*",
      ],
      Resource: "*",
    },
    { Sid: "NoState", Effect: "Deny", Action: "s3:*", Resource: buckets.flatMap((arn) => [arn, `${arn}/*`]) },
    // The watch over locks that are held too long counts them, and does nothing else.
    {
      Sid: "NoLocks",
      Effect: "Deny",
      Action: ["BatchWriteItem", "Delete*", "GetItem", "PartiQL*", "PutItem", "Query", "Update*"].map(
        (action) => `dynamodb:${action}`,
      ),
      Resource: store.lockTableArn,
    },
    {
      Sid: "NoStateKey",
      Effect: "Deny",
      Action: "kms:*",
      Resource: store.keyArn,
      Condition: { StringNotEquals: { "kms:ViaService": `dynamodb.${region}.amazonaws.com` } },
    },
  ];
}

function lengthOf(statements: readonly Statement[]): number {
  return policyDocument(statements).replaceAll(/\$\{[^}]*\}/g, "x".repeat(REFERENCE_CHARACTERS)).length;
}
