import type { Statement } from "../plan/facts/policies";
import { Unknown } from "../plan/value";
import { partsOf } from "./arns";
import { matches } from "./matching";
import { type Naming, namingOf } from "./principal";
import type { Request } from "./request";
import { isAbout } from "./statement";
import { plainTokens } from "./text";
import { all, any, not, type Truth } from "./truth";

/** Statements; `Unknown`: it is known only at apply which there are. */
export type Policy = readonly Statement[] | Unknown;

/** The policies that bear on a request. */
export interface Policies {
  /** What the caller may do. */
  readonly identity: readonly Policy[];
  /** What the caller may do at most. @default - nothing bounds it */
  readonly boundary?: Policy;
  /** Who may use the resource. @default - it has none */
  readonly resource?: Policy;
  /** What the endpoint lets through that the request comes by. @default - it comes by none that has a policy */
  readonly endpoint?: Policy;
}

/** `"denied"`: a statement says so; `"not allowed"`: none allows it; `"undecided"`: it depends on what isn't known. */
export type Verdict = "allowed" | "denied" | "not allowed" | "undecided";

/**
 * Whether policies together allow a request, as IAM decides it; never `"allowed"` where a part isn't known.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluate(request: Request, policies: Policies): Verdict {
  const { identity, boundary, resource = [], endpoint } = policies;
  const own = identity.map((policy) => effectOf(policy, request));
  const bounds = boundary && effectOf(boundary, request);
  const guard = guardOf(resource, request);
  const passage = endpoint && guardOf(endpoint, request);
  const denies = any([...own, bounds, guard, passage].map((effect) => effect?.denies ?? false));
  if (denies === true) return "denied";
  const allowed = all([
    core(request, any(own.map(({ allows }) => allows)), bounds?.allows ?? true, guard.allows),
    passage === undefined ? true : any(Object.values(passage.allows)),
  ]);
  if (allowed === false) return "not allowed";
  return allowed === true && denies === false ? "allowed" : "undecided";
}

/** Whether those allow it that have to, in the caller's account and in the resource's. */
function core(request: Request, identity: Truth, boundary: Truth, naming: Naming): Truth {
  if (request.by.kind !== "principal") return naming.itself;
  const own = all([identity, boundary]);
  const named = any([naming.itself, all([naming.role, boundary])]);
  const isGuarded = GUARDED.test(request.action);
  const here = any([named, isGuarded ? all([naming.account, own]) : own]);
  const across = all([any(Object.values(naming)), own]);
  const isHere = isInOneAccount(request);
  return any([all([isHere, here]), all([not(isHere), across])]);
}

/** What of its own account a resource has to let in, too: keys, and roles. */
const GUARDED = /^(kms:|sts:AssumeRole)/i;

function isInOneAccount({ by, resource, resourceAccount = partsOf(resource)?.[4] }: Request): Truth {
  if (resource === "*" || by.kind !== "principal") return true;
  if (by.account === undefined || resourceAccount === undefined) return "undecided";
  return matches(plainTokens(resourceAccount), plainTokens(by.account));
}

function effectOf(policy: Policy, request: Request): { readonly denies: Truth; readonly allows: Truth } {
  if (policy instanceof Unknown) return { denies: "undecided", allows: "undecided" };
  const truths = (effect: Statement["effect"]) =>
    any(policy.filter((statement) => statement.effect === effect).map((statement) => isAbout(statement, request)));
  return { denies: truths("Deny"), allows: truths("Allow") };
}

/** What a policy says that names its principals. */
function guardOf(policy: Policy, request: Request): { readonly denies: Truth; readonly allows: Naming } {
  if (policy instanceof Unknown) {
    return { denies: "undecided", allows: { itself: "undecided", role: "undecided", account: "undecided" } };
  }
  const found = policy.map((statement) => ({
    statement,
    about: isAbout(statement, request),
    naming: namingOf(statement, request.by),
  }));
  const allows = (key: keyof Naming) =>
    any(
      found
        .filter(({ statement }) => statement.effect === "Allow")
        .map(({ about, naming }) => all([about, naming[key]])),
    );
  const denies = found
    .filter(({ statement }) => statement.effect === "Deny")
    .map(({ about, naming }) => all([about, any(Object.values(naming))]));
  return {
    denies: any(denies),
    allows: { itself: allows("itself"), role: allows("role"), account: allows("account") },
  };
}
