import type { PolicyText } from "../plan/facts/policies";

/** Who asks. */
export type Caller =
  /** A session of a role, or a user. */
  | {
      readonly kind: "principal";
      /** ARN of the role, or of the user. */
      readonly arn: PolicyText;
      /** ARN of the session. @default - it isn't a session, or not known which */
      readonly session?: string;
      /** Number of the account. @default - not known */
      readonly account?: PolicyText;
    }
  | { readonly kind: "service"; readonly name: string }
  | { readonly kind: "anonymous" };

/** Values of condition keys, by their names in lower case; `"absent"`: AWS sends none; `"unknown"`: it may. */
export type Context = ReadonlyMap<string, readonly PolicyText[] | "absent" | "unknown">;

/** What a policy is asked about. */
export interface Request {
  readonly by: Caller;
  /** `"ssm:GetParameters"`. */
  readonly action: string;
  /** ARN; `"*"` for an action that takes no resource. */
  readonly resource: PolicyText;
  /** Number of the account that the resource is in. @default - what its ARN says */
  readonly resourceAccount?: PolicyText;
  readonly context: Context;
  /** What a condition key is that `context` doesn't name. */
  readonly otherKeys: "absent" | "unknown";
}

/** The values of a condition key; upper and lower case are the same. */
export function valuesOf({ context, otherKeys }: Request, key: string): readonly PolicyText[] | "absent" | "unknown" {
  return context.get(key.toLowerCase()) ?? otherKeys;
}

/** What a policy variable stands for: the one value of a condition key. */
export function variablesOf(request: Request): (name: string) => PolicyText | undefined | "unknown" {
  return (name) => {
    const values = valuesOf(request, name);
    if (values === "unknown") return values;
    return values === "absent" || values.length !== 1 ? undefined : values[0];
  };
}
