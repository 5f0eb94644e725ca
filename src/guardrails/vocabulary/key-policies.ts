import type { PolicyText, Statement } from "../../plan/facts/policies";
import type { Plan, Resource } from "../../plan/plan";
import type { MaybeValue } from "../../plan/value";
import { failed, passed } from "../judge";
import type { Judgement } from "../rule";
import { isAbout, judgeNoAllow, judgePolicies, unlessOpenStatement } from "./statements";

/** What a service does with a key that it encrypts under. */
export const USE = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncryptFrom",
  "kms:ReEncryptTo",
  "kms:GenerateDataKey",
  "kms:GenerateDataKeyWithoutPlaintext",
  "kms:DescribeKey",
] as const;

/** Judges what a key's policy says; no statements where it has none. */
export function judgeKeyPolicy(
  plan: Plan,
  key: Resource,
  decide: (statements: readonly Statement[]) => Judgement,
): Judgement {
  return judgePolicies(plan, key, { type: "aws_kms_key_policy", attribute: "key_id" }, decide);
}

/** Judges that no statement of a key's policy allows what it shouldn't; `found` says what it does. */
export function judgeNoStatement(
  plan: Plan,
  key: Resource,
  isWrong: (statement: Statement) => boolean,
  found: string,
): Judgement {
  return judgeKeyPolicy(plan, key, (statements) => judgeNoAllow(plan, key.address, statements, isWrong, found));
}

/** Who is to use a key. */
export interface KeyUser {
  /** What findings call it. */
  readonly who: string;
  readonly isWho: (principal: PolicyText) => boolean;
  /** Whether a statement is for this use at all, by its conditions. @default - each is */
  readonly isForIt?: (statement: Statement) => boolean;
}

/** Judges that a key's policy allows actions to a principal. */
export function judgeUsable(
  plan: Plan,
  key: Resource,
  actions: readonly string[],
  { who, isWho, isForIt = () => true }: KeyUser,
): Judgement {
  if (actions.length === 0) return passed(key.address);
  return judgeKeyPolicy(plan, key, (statements) => {
    const own = statements.filter(
      (statement) =>
        statement.effect === "Allow" &&
        statement.principals.some(({ values }) => values.some(isWho)) &&
        isForIt(statement),
    );
    const missing = actions.filter((action) => !own.some((statement) => isAbout(statement, action)));
    if (missing.length === 0) return passed(key.address);
    const judgement = failed(key.address, `its policy doesn't let ${who} do ${missing.join(", ")}`);
    return unlessOpenStatement(plan, judgement, statements);
  });
}

/** The keys of the plan that values name. */
export function keysOf(plan: Plan, resources: readonly Resource[], path: string): readonly Resource[] {
  return [...new Set(resources.flatMap((resource) => plan.referenced(resource.get(path), "aws_kms_key")))];
}

/** Whether a value is a text of that form. */
export function isText(value: MaybeValue, pattern: RegExp): boolean {
  return typeof value === "string" && pattern.test(value);
}
