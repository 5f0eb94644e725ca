import { evaluate, type Verdict } from "../../iam/evaluate";
import type { Context, Request } from "../../iam/request";
import { isAbout } from "../../iam/statement";
import { type Statement, statementsOf } from "../../plan/facts/policies";
import { Unknown } from "../../plan/value";
import type { Aws } from "../client";
import type { Principal } from "../gateway/principals";
import type { Memory } from "../mends/memory";
import type { Call } from "../protocol/call";
import { withAssociation } from "./associations";
import { askedAboutIdentities } from "./identity-requests";
import { type Asked, askedAbout } from "./requests";
import { ACCOUNT } from "./resources";
import { policiesOfRole, type RolePolicies } from "./role-policies";
import { requestTags, resourceTags, type Tags } from "./tags";

/** `off`: nobody is asked; `watch`: it is written down; `deny`: what isn't allowed fails. */
export const ENFORCEMENT = ["off", "watch", "deny"] as const;
export type Enforcement = (typeof ENFORCEMENT)[number];

/** What IAM says of one thing that a call needs. */
export interface Decision {
  readonly action: string;
  readonly resource: string;
  readonly verdict: Verdict;
}

/** A statement of a role, and whether a recorded call has needed it. */
export interface StatementUse {
  readonly role: string;
  readonly policy: string;
  /** Its place in the policy, from 0. */
  readonly index: number;
  readonly sid?: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  /** Those of its actions that calls have needed it for; never any of a Deny. */
  readonly used: readonly string[];
}

/** Asks IAM about calls of roles, by the policies that the emulator holds. */
export class Enforcer {
  mode: Enforcement = "off";
  private readonly roles = new Map<string, Promise<RolePolicies>>();
  /** By role, policy and statement: a policy is read anew when one has changed. */
  private readonly used = new Map<string, Set<string>>();

  constructor(
    /** Speaks to the emulator itself, as its owner. */
    private readonly aws: Aws,
    private readonly memory: Memory,
  ) {}

  /** What IAM says of everything that a call of a role needs; nothing of the owner's calls. */
  async decide(made: Call, { role, arn }: Principal): Promise<readonly Decision[]> {
    if (this.mode === "off" || role === undefined) return [];
    const call = await withAssociation(made, this.aws);
    const roleArn = `arn:aws:iam::${ACCOUNT}:role/${role}`;
    const policies = await this.policiesOf(role);
    const asked = [
      ...(call.service === "iam" ? await askedAboutIdentities(call, this.aws) : []),
      ...askedAbout(call, this.scalableTarget(call)).filter(
        ({ action }) => call.service !== "iam" || action === "iam:PassRole",
      ),
    ];
    const decisions: Decision[] = [];
    for (const one of asked) {
      const request = await this.requestOf(one, call, policies, { roleArn, session: arn });
      const guard = request.action.startsWith("kms:") ? await this.keyPolicy(one.resource) : [];
      const identity = policies.policies.map(({ statements }) => statements);
      const verdict = evaluate(request, { identity, boundary: policies.boundary?.statements, resource: guard });
      if (verdict === "allowed" || verdict === "undecided") this.note(role, policies, request);
      decisions.push({ action: one.action, resource: one.resource, verdict });
    }
    return decisions;
  }

  /** Forgets policies where a call may have changed them. */
  noteDone({ service, operation }: Call): void {
    if (service === "iam" && !/^(Get|List)/.test(operation)) this.roles.clear();
  }

  /** Every statement of the roles that came, and what it was used for. */
  async uses(): Promise<readonly StatementUse[]> {
    const found = await Promise.all([...this.roles].map(async ([role, policies]) => ({ role, ...(await policies) })));
    return found.flatMap(({ role, policies }) =>
      policies.flatMap(({ name, statements }) =>
        statements.map((statement, index) => ({
          role,
          policy: name,
          index,
          ...(statement.sid === undefined ? {} : { sid: statement.sid }),
          effect: statement.effect,
          actions: statement.actions.map(String),
          used: [...(this.used.get(keyOf(role, name, statement)) ?? [])].sort(),
        })),
      ),
    );
  }

  /** ARN of the scalable target that a call names by its parts: AWS makes the id up. */
  private scalableTarget({ parameters }: Call): string | undefined {
    const { ServiceNamespace, ResourceId, ScalableDimension } = parameters;
    return this.memory.of<string>("scalable target").get([ServiceNamespace, ResourceId, ScalableDimension].join(" "));
  }

  private policiesOf(role: string): Promise<RolePolicies> {
    const known = this.roles.get(role) ?? policiesOfRole(role, this.aws);
    this.roles.set(role, known);
    return known;
  }

  private note(role: string, { policies }: RolePolicies, request: Request): void {
    for (const { name, statements } of policies) {
      for (const statement of statements) {
        if (statement.effect === "Deny" || isAbout(statement, request) === false) continue;
        const key = keyOf(role, name, statement);
        this.used.set(key, (this.used.get(key) ?? new Set()).add(request.action));
      }
    }
  }

  private async requestOf(
    { action, resource, keys }: Asked,
    call: Call,
    policies: RolePolicies,
    { roleArn, session }: { readonly roleArn: string; readonly session: string },
  ): Promise<Request> {
    const asked = conditionKeys(policies);
    const sent = requestTags(call.parameters);
    const there = asked.some((key) => key.startsWith("aws:resourcetag/"))
      ? await resourceTags(resource, this.aws, this.memory)
      : undefined;
    const context: Context = new Map<string, readonly string[] | "absent">([
      ...tagKeys(asked, "aws:requesttag/", sent),
      ...tagKeys(asked, "aws:resourcetag/", there),
      ...(call.service === "iam" ? [["iam:permissionsboundary", "absent"] as const] : []),
      ...Object.entries(keys),
    ]);
    return {
      by: { kind: "principal", arn: roleArn, session, account: ACCOUNT },
      action,
      resource,
      // Buckets, zones and AWS's own have no account in their ARN.
      resourceAccount: ACCOUNT,
      context,
      otherKeys: "unknown",
    };
  }

  /** Who may use a key, as its own policy says; the account alone, of one that isn't there yet. */
  private async keyPolicy(arn: string): Promise<readonly Statement[]> {
    try {
      const { Policy } = await this.aws.call("kms", "GetKeyPolicy", { KeyId: arn, PolicyName: "default" });
      const statements = statementsOf(Policy);
      if (!(statements instanceof Unknown)) return statements;
    } catch {
      // An alias, or a key to be made.
    }
    const root = {
      Effect: "Allow",
      Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
      Action: "kms:*",
      Resource: "*",
    };
    const statements = statementsOf(JSON.stringify({ Statement: [root] }));
    return statements instanceof Unknown ? [] : statements;
  }
}

const keyOf = (role: string, policy: string, statement: Statement): string => JSON.stringify([role, policy, statement]);

/** Names of the condition keys that a role's policies ask about, in lower case. */
function conditionKeys({ policies, boundary }: RolePolicies): readonly string[] {
  const all = [...policies, ...(boundary === undefined ? [] : [boundary])].flatMap(({ statements }) => statements);
  return [...new Set(all.flatMap(({ conditions }) => conditions.map(({ key }) => key.toLowerCase())))];
}

function tagKeys(asked: readonly string[], prefix: string, tags: Tags | undefined) {
  if (tags === undefined) return [];
  const byKey = new Map([...tags].map(([key, value]) => [key.toLowerCase(), value]));
  return asked
    .filter((key) => key.startsWith(prefix))
    .map((key) => {
      const value = byKey.get(key.slice(prefix.length));
      return [key, value === undefined ? ("absent" as const) : [value]] as const;
    });
}
