import {
  anonymousPrincipal,
  runSimulation,
  type Simulation,
  type SimulationRequestPrincipal,
  type StatementExplain,
} from "@cloud-copilot/iam-simulate";
import type { Account, Role } from "./account";
import { ACCOUNT } from "./applied";
import { actionsOf, isKey } from "./authorization";
import { type PolicyDocument, withoutActions } from "./policy";

export const OTHER_ACCOUNT = "111111111111";

/** Who asks. */
export type Caller =
  | { readonly kind: "role"; readonly address: string }
  | { readonly kind: "service"; readonly name: string }
  /** Somebody whom the stacks don't make. */
  | { readonly kind: "principal"; readonly arn: string; readonly policies: readonly PolicyDocument[] }
  | { readonly kind: "federated"; readonly provider: string }
  | { readonly kind: "anonymous" };

export interface Request {
  readonly by: Caller;
  /** Action: `"ssm:GetParameters"`. */
  readonly does: string;
  /** ARN of what it does it on; `"*"` for an action that takes no resource. */
  readonly on: string;
  /** Condition keys that AWS sends besides the usual ones. @default {} */
  readonly context?: { readonly [key: string]: string | readonly string[] };
  /** Address of the VPC endpoint that it comes through. @default - the internet */
  readonly through?: string;
  /** Policy of a resource that isn't ours. @default - none */
  readonly guardedBy?: PolicyDocument;
}

/** A statement's action that allowed a request. */
export interface Grant {
  /** Which of the policies that all have to allow it. */
  readonly layer: "identity" | "resource" | "endpoint" | "boundary";
  /** Address of the policy. */
  readonly holder: string;
  /** Its name in that policy. */
  readonly statement: string;
  /** As the statement has it, wildcards and all. */
  readonly action: string;
  /** Of the statement's resources, those that the request was about; none where a policy names no resources. */
  readonly resources: readonly string[];
}

export interface Answer {
  readonly verdict: "allowed" | "not allowed" | "denied";
  /** What allowed it, in each policy that had to. */
  readonly grants: readonly Grant[];
}

/** The role at `aws_iam_role.<name>`, in a session. */
export const role = (name: string): Caller => ({ kind: "role", address: `aws_iam_role.${name}` });
export const service = (name: string): Caller => ({ kind: "service", name });
export const federated = (provider: string): Caller => ({ kind: "federated", provider });
export const ANYBODY: Caller = { kind: "anonymous" };

/** May do everything, as IAM says it. */
export const EVERYTHING: PolicyDocument = {
  Version: "2012-10-17",
  Statement: [{ Sid: "Everything", Effect: "Allow", Action: "*", Resource: "*" }],
};

/** An administrator of the account, whom no policy of ours limits. */
export const ADMINISTRATOR: Caller = administratorOf(ACCOUNT);
/** An administrator of another account. */
export const STRANGER: Caller = administratorOf(OTHER_ACCOUNT);

function administratorOf(account: string): Caller {
  const arn = `arn:aws:sts::${account}:assumed-role/administrator/session`;
  return { kind: "principal", arn, policies: [EVERYTHING] };
}

/**
 * Whether the policies of the account together allow a request, and by what.
 * @param further what the caller may do besides
 * @throws Error where the request is none that AWS knows: no such action, resource or condition key
 */
export async function ask(
  account: Account,
  request: Request,
  further: readonly PolicyDocument[] = [],
): Promise<Answer> {
  const { does, on, context = {} } = request;
  const answer = await runSimulation(withStandIns(simulationOf(account, request, further)), {});
  if (answer.resultType !== "single") {
    const problem = answer.resultType === "error" ? JSON.stringify(answer.errors) : "more than one resource";
    throw new Error(`${does} on ${on}: ${problem}`);
  }
  const { analysis, ignoredContextKeys = [] } = answer.result;
  const [action] = await actionsOf(does);
  const unknown = Object.keys(context).filter(
    (key) => ignoredContextKeys.includes(key) || action === undefined || !isKey(action, key),
  );
  if (unknown.length > 0) throw new Error(`${does} on ${on} has no ${unknown.join(", ")}`);
  const verdict = VERDICTS[answer.overallResult];
  if (verdict !== "allowed") return { verdict, grants: [] };
  const { endpointAnalysis, identityAnalysis, permissionBoundaryAnalysis, resourceAnalysis } = analysis;
  const { boundary } = roleOf(account, request.by) ?? {};
  const layers = [
    ...(identityAnalysis?.allowStatements ?? []).map((found) => ["identity", found.policyId, found] as const),
    ...(resourceAnalysis?.allowStatements ?? []).map((found) => ["resource", account.guardOf(on), found] as const),
    ...(endpointAnalysis?.allowStatements ?? []).map((found) => ["endpoint", request.through, found] as const),
    ...(permissionBoundaryAnalysis?.allowStatements ?? []).map((found) => ["boundary", boundary, found] as const),
  ];
  return {
    verdict,
    grants: layers.flatMap(([layer, holder, { explain }]) => grantsOf(account, layer, holder, explain)),
  };
}

/** Condition keys whose last part is anybody's to name: the simulator doesn't know them, and would leave them out. */
const UNKNOWN_KEY = /"((kms:EncryptionContext|token\.actions\.githubusercontent\.com):[^"]+)":/g;

/** The simulation with such keys under names that the simulator knows, in the request and in the policies alike. */
function withStandIns(simulation: Simulation): Simulation {
  const text = JSON.stringify(simulation);
  return JSON.parse(
    text.replaceAll(UNKNOWN_KEY, (_, key: string) => `"aws:PrincipalTag/${key.replaceAll(/[:/]/g, "-")}":`),
  );
}

const VERDICTS = { Allowed: "allowed", ImplicitlyDenied: "not allowed", ExplicitlyDenied: "denied" } as const;

function grantsOf(
  account: Account,
  layer: Grant["layer"],
  holder: string | undefined,
  explain: StatementExplain,
): readonly Grant[] {
  // What the caller may do besides isn't of the stacks.
  if (holder === undefined || !account.documents.has(holder)) return [];
  const resources = [explain.resources ?? []].flat().filter(({ matches }) => matches);
  return [explain.actions ?? []]
    .flat()
    .filter(({ matches }) => matches)
    .map(({ action }) => ({
      layer,
      holder,
      statement: explain.identifier,
      action,
      resources: resources.map(({ resource }) => resource),
    }));
}

/** The account without those grants. */
export function withoutGrants(account: Account, grants: readonly Grant[]): Account {
  return grants.reduce(
    (before, { holder, statement, action }) =>
      before.edited(holder, (document) => withoutActions(document, statement, [action])),
    account,
  );
}

function simulationOf(account: Account, request: Request, further: readonly PolicyDocument[]): Simulation {
  const { by, does, on, through, guardedBy } = request;
  const own = roleOf(account, by);
  const named = (address: string) => ({ name: address, policy: account.document(address) });
  const besides = [...(by.kind === "principal" ? by.policies : []), ...further];
  const guard = account.guardOf(on);
  const resourcePolicy = guard === undefined ? guardedBy : account.document(guard);
  return {
    request: {
      principal: principalOf(account, by),
      action: does,
      resource: { resource: on, accountId: ownerOf(account, on) },
      contextVariables: contextOf(account, request),
    },
    identityPolicies: [
      ...(own?.policies ?? []).map(named),
      ...besides.map((policy, index) => ({ name: `besides ${index + 1}`, policy })),
    ],
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    ...(own?.boundary === undefined ? {} : { permissionBoundaryPolicies: [named(own.boundary)] }),
    ...(through === undefined ? {} : { vpcEndpointPolicies: [named(through)] }),
    additionalSettings: { s3: { blockPublicAccess: account.isClosedBucket(on) } },
  };
}

function roleOf(account: Account, by: Caller): Role | undefined {
  return by.kind === "role" ? account.role(by.address) : undefined;
}

function principalOf(account: Account, by: Caller): SimulationRequestPrincipal {
  switch (by.kind) {
    case "role":
      return sessionArn(account.role(by.address).arn);
    case "service":
      return by.name;
    case "principal":
      return by.arn;
    case "federated":
      return by.provider;
    case "anonymous":
      return anonymousPrincipal;
  }
}

/** The ARN of somebody who has taken a role. */
function sessionArn(arn: string): string {
  const [, , , , account, path = ""] = arn.split(":");
  return `arn:aws:sts::${account}:assumed-role/${path.split("/").at(-1)}/session`;
}

/** The account of a resource. A bucket's ARN names none: those that aren't ours belong to the other account. */
function ownerOf(account: Account, arn: string): string {
  const named = arn.split(":")[4];
  if (named) return named;
  return !arn.startsWith("arn:aws:s3:::") || account.guardOf(arn) !== undefined ? ACCOUNT : OTHER_ACCOUNT;
}

/** What AWS sends with every request, unless the request says otherwise. */
function contextOf(account: Account, { by, on, context = {} }: Request): { [key: string]: string | string[] } {
  const caller = principalOf(account, by);
  const isService = by.kind === "service";
  const callersAccount = typeof caller === "string" && !isService ? caller.split(":")[4] : undefined;
  const usual: { readonly [key: string]: string | readonly string[] } = {
    "aws:SecureTransport": "true",
    "aws:RequestedRegion": on.split(":")[3] || "us-east-1",
    "aws:ResourceAccount": ownerOf(account, on),
    "aws:PrincipalIsAWSService": String(isService),
    ...Object.fromEntries(account.tagsOf(on).map(([key, value]) => [`aws:ResourceTag/${key}`, value])),
    ...(callersAccount === undefined
      ? {}
      : { "aws:PrincipalAccount": callersAccount, "aws:PrincipalArn": roleArn(String(caller)) }),
    ...(callersAccount !== undefined && on.startsWith("arn:aws:kms:") ? { "kms:CallerAccount": callersAccount } : {}),
    ...context,
  };
  return Object.fromEntries(
    Object.entries(usual).map(([key, value]) => [key, typeof value === "string" ? value : [...value]]),
  );
}

/** The role of a session, which is what `aws:PrincipalArn` names. */
function roleArn(arn: string): string {
  return arn.replace(/^arn:aws:sts:(.*):assumed-role\/([^/]+)\/.*$/, "arn:aws:iam:$1:role/$2");
}
