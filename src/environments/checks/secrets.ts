import { fieldPath } from "./describe";
import type { Finding } from "./finding";
import { textsIn } from "./texts";

/** What secrets look like, whatever the name of the field. */
const PATTERNS = [
  { kind: "an AWS access key", pattern: /\b(AKIA|ASIA)[A-Z0-9]{16}\b/ },
  { kind: "a private key", pattern: /-----BEGIN [A-Z ]*PRIVATE KEY( BLOCK)?-----/ },
  { kind: "a GitHub token", pattern: /\b(gh[oprsu]_[A-Za-z0-9]{36,}|github_pat_\w{22,})/ },
  { kind: "a GitLab token", pattern: /\bglpat-[\w-]{20,}/ },
  { kind: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}/ },
  { kind: "a Docker Hub token", pattern: /\bdckr_pat_[\w-]{20,}/ },
  { kind: "a Vault token", pattern: /\bhv[bs]\.[\w-]{20,}/ },
  { kind: "a Slack token", pattern: /\bxox[a-z]-[\w-]{10,}|hooks\.slack\.com\/services\/\w+\/\w+\/\w+/ },
  { kind: "a Stripe key", pattern: /\b[rs]k_(live|test)_[A-Za-z0-9]{10,}/ },
  { kind: "an API key", pattern: /\bsk-[\w-]{20,}/ },
  { kind: "a Google API key", pattern: /\bAIza[\w-]{35}/ },
  { kind: "a SendGrid key", pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { kind: "a JSON web token", pattern: /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/ },
  { kind: "a URL with a password", pattern: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@"'`]*:[^\s/@"'`]+@/i },
  {
    kind: "a connection string with a password",
    pattern: /\b(password|pwd|accountkey|sharedaccesskey|(aws_)?secret_access_key)=[^\s;&"'`]+/i,
  },
  { kind: "an authorization header", pattern: /\b(basic|bearer) (?=\S*\d)[\w+/.=-]{16,}/i },
  // 40 characters of base64 with capitals, small letters and digits, as AWS's secret keys are; a commit has no capitals,
  // and what follows a colon or a slash is a part of an ARN or a path.
  {
    kind: "an AWS secret key",
    pattern:
      /(?<![\w/+=:-])(?=[A-Z\d/+]*[a-z])(?=[a-z\d/+]*[A-Z])(?=[A-Za-z/+]*\d)[A-Za-z\d+][A-Za-z\d/+]{39}(?![\w/+=-])/,
  },
] as const;

/** Names that a secret is given to; `PASSWORD_FILE` and `tokenTtl` don't end so. */
const SECRET_NAME =
  /(password|passwd|passphrase|(^|[^a-z])(pass|pwd)|secret|token|credentials?|(api|access|private|secret|session|signing|encryption|license|auth|client|master|shared|ssh)[_-]?key)s?(_?(prod|production|staging|dev|test|\d+))?$/i;
/** The same in a file's text: a name, `:` or `=`, and a text in quotes. */
const ASSIGNMENT = /(?<![\w-])([\w-]{1,64})["'`]?\s*(?::\s*string\s*)?[:=]\s*(["'`])((?:(?!\2)[^\\\n]|\\.)+)\2/g;
/** What is a comment in a file's text, and the texts in quotes that could hold something like one. */
const COMMENT_OR_TEXT = /\/\/.*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`/g;
/** A secret's name in a comment, and beside it a word of letters and digits, which no path and no ARN is. */
const REMARK =
  /(password|passwd|passphrase|\b(pass|pwd|pw)|secret|token|credentials?|(api|access|secret)[ _-]?key)\s*(:|=|\bis\b|\bwas\b)\s*(?!arn:|\/)(?=[^\s\d]*\d)(?=[^\sa-z]*[a-z])[^\s"'`(]{6,}/i;

/**
 * Keys and passwords in an environment: in its values, by field, and in the rest of its text (comments, constants), by
 * line. The secret itself is never repeated.
 */
export function* secretFindings(value: unknown, text: string): Generator<Finding> {
  let rest = text;
  for (const { path, text: found } of textsIn(value)) {
    // The check of the secrets' ARNs says what is no ARN.
    const isNamed = isSecretName(path.at(-1)) && !isReference(found) && !path.includes("secrets");
    const kind = kindOf(found) ?? (isNamed ? "what its name says" : undefined);
    if (kind !== undefined) yield { path: fieldPath(path), got: `${kind} (not repeated)`, allowed: ALLOWED };
    if (kind !== undefined || path.includes("secrets")) rest = rest.replaceAll(found, "");
  }
  const comments = commentsOf(rest).split("\n");
  for (const [index, line] of rest.split("\n").entries()) {
    const isNamed = hasAssignment(line) || REMARK.test(comments[index] ?? "");
    const kind = kindOf(line) ?? (isNamed ? "a text with a secret's name" : undefined);
    if (kind !== undefined) yield { path: `line ${index + 1}`, got: `${kind} (not repeated)`, allowed: ALLOWED };
  }
}

const ALLOWED =
  "no key or password in a file: store it as an SSM parameter or in Secrets Manager and give its ARN in `secrets`; " +
  "one that was committed must be changed";

/** The findings without the secrets that they quote. */
export function redacted(findings: readonly Finding[]): readonly Finding[] {
  return findings.map(({ path, got, allowed }) => ({
    path: withoutSecrets(path),
    got: withoutSecrets(got),
    allowed: withoutSecrets(allowed),
  }));
}

/** Whether a value at this path may be a secret, so that no message should show it. */
export function isPrivate(path: readonly PropertyKey[]): boolean {
  return path.some((part) => part === "secrets" || part === "environment" || isSecretName(part));
}

function kindOf(text: string): string | undefined {
  return PATTERNS.find(({ pattern }) => pattern.test(text))?.kind;
}

function isSecretName(name: PropertyKey | undefined): boolean {
  return typeof name === "string" && SECRET_NAME.test(name);
}

/** Whether a text is given to a secret's name. One that is put together shows in the values, as what it is. */
function hasAssignment(line: string): boolean {
  return [...line.matchAll(ASSIGNMENT)].some(
    ([, name = "", quote, text = ""]) =>
      SECRET_NAME.test(name) && !isReference(text) && !(quote === "`" && text.includes("${")),
  );
}

/** A text's comments, each on the line that it is on. */
function commentsOf(text: string): string {
  const comments: string[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(COMMENT_OR_TEXT)) {
    comments.push(lineEndsOf(text.slice(end, index)), found.startsWith("/") ? found : lineEndsOf(found));
    end = index + found.length;
  }
  return comments.join("");
}

function lineEndsOf(text: string): string {
  return text.replaceAll(/[^\n]+/g, "");
}

/** An ARN or a switch is no secret. */
function isReference(text: string): boolean {
  return text.startsWith("arn:") || ["", "true", "false"].includes(text);
}

function withoutSecrets(text: string): string {
  return PATTERNS.reduce((rest, { pattern }) => rest.replaceAll(new RegExp(pattern, `g${pattern.flags}`), "…"), text);
}
