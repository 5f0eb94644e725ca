import type { Call, Parameters } from "../protocol/call";

export const REDACTED = "(not recorded)";

/** Arguments that hold secret values, by service and operation; `*`: of any. */
const SECRET: { readonly [call: string]: readonly string[] } = {
  "*": ["SecretString", "SecretBinary", "Plaintext", "CiphertextBlob", "Password", "WebIdentityToken", "UserData"],
  "ssm:PutParameter": ["Value"],
  "dynamodb:*": ["Item", "ExpressionAttributeValues", "AttributeUpdates"],
  "states:StartExecution": ["input"],
  "ecs:RegisterTaskDefinition": ["environment"],
};
const SUSPICIOUS = /secret(?!s?$|id$|arn$)|passw|plaintext|privatekey|accesskey$/i;

/** A call's arguments without the values that may be secret; names stay, so that one sees what was sent. */
export function withoutSecrets({ service, operation, parameters }: Call): Parameters {
  const hidden = new Set(["*", `${service}:*`, `${service}:${operation}`].flatMap((key) => SECRET[key] ?? []));
  const clean = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) =>
        hidden.has(name) || (SUSPICIOUS.test(name) && typeof inner === "string")
          ? [name, REDACTED]
          : [name, clean(inner)],
      ),
    );
  };
  return Object(clean(parameters));
}
