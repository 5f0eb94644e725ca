import type { PolicyText } from "../plan/facts/policies";
import { Unknown } from "../plan/value";

/** A piece of a policy's text: a character, a wildcard, or what stands for a text that isn't known. */
export type Token =
  | { readonly kind: "character"; readonly text: string }
  | { readonly kind: "wildcard"; readonly text: "*" | "?" }
  /** A reference of Terraform's, by its code: `aws_kms_key.key.arn`. */
  | { readonly kind: "reference"; readonly code: string }
  /** A policy variable without a value: it equals nothing. */
  | { readonly kind: "nothing" };

/** What a policy variable stands for: a value, `undefined` for none, `"unknown"`. */
export type Variables = (name: string) => PolicyText | undefined | "unknown";

/** Whether `*` and `?` of a text are wildcards, or stand for themselves. */
export type Wildcards = "wildcards" | "plain";

/** `aws:username`, `aws:PrincipalTag/team, 'none'`. Terraform's own names have no colon. */
const VARIABLE = /^\s*([\w.-]+:[\w./+=@-]+)\s*(?:,\s*'([^']*)')?\s*$/;

/** A policy's text in tokens, its variables replaced. */
export function tokensOf(text: PolicyText, wildcards: Wildcards, variables: Variables): readonly Token[] {
  if (text instanceof Unknown) return [reference("")];
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const end = text.startsWith("${", at) ? text.indexOf("}", at) : -1;
    if (end < 0) {
      tokens.push(character(text[at] ?? "", wildcards));
    } else {
      tokens.push(...interpolated(text.slice(at + 2, end), variables));
      at = end;
    }
  }
  return tokens;
}

/** Whether a variable in it has no value: then it equals nothing. What differs from it, IAM doesn't say for sure. */
export function lacksValue(text: PolicyText, variables: Variables): boolean {
  return tokensOf(text, "plain", variables).some(({ kind }) => kind === "nothing");
}

/** The text of a request: what is in it stands for itself. */
export function plainTokens(text: PolicyText): readonly Token[] {
  return tokensOf(text, "plain", () => "unknown");
}

function character(text: string, wildcards: Wildcards): Token {
  return wildcards === "wildcards" && (text === "*" || text === "?")
    ? { kind: "wildcard", text }
    : { kind: "character", text };
}

function interpolated(code: string, variables: Variables): readonly Token[] {
  // IAM's way to write the character itself.
  if (code === "*" || code === "?" || code === "$") return [{ kind: "character", text: code }];
  const [, name, otherwise] = VARIABLE.exec(code) ?? [];
  if (name === undefined) return [reference(code)];
  const value = variables(name);
  if (value === "unknown") return [reference("")];
  if (value === undefined && otherwise === undefined) return [{ kind: "nothing" }];
  return plainTokens(value ?? otherwise ?? "");
}

const reference = (code: string): Token => ({ kind: "reference", code });

const INDEX = String.raw`\[(?:\d+|"[^"]*")\]`;
const MODULES = String.raw`^(?:module\.[\w-]+(?:${INDEX})?\.)*`;
/** One attribute of one thing. What depends on its place, as `each.value` does, isn't one. */
const ATTRIBUTE = new RegExp(String.raw`${MODULES}(?!each\.|count\.|self\.|path\.)[\w-]+(?:\.[\w-]+|${INDEX})+$`);
/** The ARN of a resource that the plan makes. */
const OWN_ARN = new RegExp(String.raw`${MODULES}(?!data\.)[a-z0-9]+_\w+\.[\w-]+(?:${INDEX})?\.arn$`);

/** Whether a reference stands for the same text wherever it is written. */
export function isAttribute(code: string): boolean {
  return ATTRIBUTE.test(code);
}

/** Whether a reference is to the ARN of a resource of the plan: no two resources have the same one. */
export function isOwnArn(code: string): boolean {
  return OWN_ARN.test(code);
}
