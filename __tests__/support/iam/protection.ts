import type { Account } from "./account";
import { type PolicyDocument, withoutCondition, withoutStatement, withStatement } from "./policy";
import { type Caller, EVERYTHING, type Request } from "./request";

/** What keeps a request from being allowed. */
export type Protection =
  /** No policy of the caller's allows it; nor might its boundary, which is lifted with it. */
  | { readonly kind: "not granted" }
  /** The policy of what it is about doesn't name the caller. */
  | { readonly kind: "not trusted" }
  /** A statement denies it. */
  | { readonly kind: "denied"; readonly holder: string; readonly statement: string }
  /** A statement allows it but for this condition. */
  | { readonly kind: "condition"; readonly holder: string; readonly statement: string; readonly key: string }
  /** S3 closes the bucket to everybody outside, whatever its policy says. */
  | { readonly kind: "closed" };

export const NOT_GRANTED: Protection = { kind: "not granted" };
export const NOT_TRUSTED: Protection = { kind: "not trusted" };
export const CLOSED: Protection = { kind: "closed" };
export const denied = (holder: string, statement: string): Protection => ({ kind: "denied", holder, statement });
export const condition = (holder: string, statement: string, key: string): Protection => ({
  kind: "condition",
  holder,
  statement,
  key,
});

/** An account without some of its protections, and what the caller may do there besides. */
export interface Unprotected {
  readonly account: Account;
  readonly further: readonly PolicyDocument[];
}

/** Takes the protections away from a request. */
export function lift(account: Account, request: Request, protections: readonly Protection[]): Unprotected {
  return protections.reduce<Unprotected>((before, protection) => liftOne(before, request, protection), {
    account,
    further: [],
  });
}

function liftOne({ account, further }: Unprotected, { by, on }: Request, protection: Protection): Unprotected {
  switch (protection.kind) {
    case "not granted":
      return { account: unbounded(account, by), further: [...further, EVERYTHING] };
    case "not trusted":
      return { account: trusting(account, on), further };
    case "denied": {
      const { holder, statement } = protection;
      return { account: account.edited(holder, (document) => withoutStatement(document, statement)), further };
    }
    case "condition": {
      const { holder, statement, key } = protection;
      const open = account.edited(holder, (document) => withoutCondition(document, statement, key));
      return { account: unbounded(open, by), further };
    }
    case "closed":
      return { account: account.opened(), further };
  }
}

/** The account in which nothing bounds the caller: a boundary repeats what the policies that it bounds say. */
function unbounded(account: Account, by: Caller): Account {
  const isBounded = by.kind === "role" && account.role(by.address).boundary !== undefined;
  return isBounded ? account.unbounded(by.address) : account;
}

/** The account, with a resource that anybody may use; a role's trust names no resource. */
function trusting(account: Account, arn: string): Account {
  const holder = account.guardOf(arn);
  if (holder === undefined) throw new Error(`nothing says who may use ${arn}`);
  const Resource = holder.startsWith("aws_iam_role.") ? {} : { Resource: "*" };
  const anybody = { Sid: "Anybody", Effect: "Allow", Principal: "*", Action: "*", ...Resource } as const;
  return account.edited(holder, (document) => withStatement(document, anybody));
}
