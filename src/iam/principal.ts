import type { PolicyText, Principal, Statement } from "../plan/facts/policies";
import { Unknown } from "../plan/value";
import { matches } from "./matching";
import type { Caller } from "./request";
import { plainTokens } from "./text";
import { any, not, type Truth } from "./truth";

/** How a resource's policy names a caller; the more exactly, the less else has to allow it. */
export interface Naming {
  /** As anybody, as the service that it is, as the user or the very session: nothing bounds that. */
  readonly itself: Truth;
  /** By its role: the role's boundary counts. */
  readonly role: Truth;
  /** By its account: the caller's own policies say whether it may. */
  readonly account: Truth;
}

const NOBODY: Naming = { itself: false, role: false, account: false };
const SOMEBODY: Naming = { itself: true, role: false, account: false };

/** How a statement of a resource's policy names a caller. */
export function namingOf({ principals, notPrincipals }: Statement, caller: Caller): Naming {
  if (notPrincipals.length > 0) {
    const { itself, role, account } = together(notPrincipals, caller);
    // Of a session whose role or account alone is left out, IAM's pages don't say whether it is.
    const isPerhaps = any([role, account]) === false ? false : "undecided";
    return { ...NOBODY, itself: not(any([itself, isPerhaps])) };
  }
  return together(principals, caller);
}

function together(principals: readonly Principal[], caller: Caller): Naming {
  const namings = principals.flatMap(({ type, values }) => values.map((value) => namingBy(type, value, caller)));
  const one = (key: keyof Naming) => any(namings.map((naming) => naming[key]));
  return { itself: one("itself"), role: one("role"), account: one("account") };
}

function namingBy(type: string, value: PolicyText, caller: Caller): Naming {
  if (value === "*" && (type === "*" || type === "AWS")) return SOMEBODY;
  if (caller.kind === "anonymous") return NOBODY;
  if (caller.kind === "service") {
    return type === "Service" ? { ...NOBODY, itself: same(value, caller.name) } : NOBODY;
  }
  return type === "AWS" ? namingOfPrincipal(value, caller) : NOBODY;
}

function namingOfPrincipal(value: PolicyText, { arn, session, account }: Caller & { kind: "principal" }): Naming {
  const number = accountOf(value);
  if (number !== undefined) {
    return { ...NOBODY, account: account === undefined ? "undecided" : same(number, account) };
  }
  const isItsArn = same(value, arn);
  const isUser = session === undefined && typeof arn === "string" && arn.includes(":user/");
  return {
    itself: isUser ? isItsArn : session === undefined ? false : same(value, session),
    role: isUser ? false : isItsArn,
    account: false,
  };
}

/** The account that a principal stands for as a whole: its number, or its root. */
function accountOf(value: PolicyText): string | undefined {
  if (value instanceof Unknown) return undefined;
  return /^(?:\d{12}|\$\{[^}]*account_id\})$/.exec(value)?.[0] ?? /^arn:[^:]*:iam::([^:]*):root$/.exec(value)?.[1];
}

const same = (a: PolicyText, b: PolicyText): Truth => matches(plainTokens(a), plainTokens(b));
