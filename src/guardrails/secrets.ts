/** What gives a secret away by its form, and what to call it. */
const FORMS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/\b(AKIA|ASIA)[A-Z0-9]{16}\b/, "an AWS access key id"],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----/, "a private key"],
  [/\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@$]+:[^\s/@$]+@/i, "a URL with a password"],
  [/\b(gh[opsru]_[A-Za-z0-9]{36}|github_pat_\w{60,}|glpat-[\w-]{20})\b/, "a token of a code host"],
  [/\bxox[abposr]-[\w-]{10,}/, "a Slack token"],
  [/\b[rs]k_live_\w{16,}/, "a Stripe key"],
  [/\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]+/, "a JSON web token"],
];

const SECRET_NAME =
  /(^|[^a-z])(password|passwd|passphrase|secret|token|credentials?|api_?key|access_?key|private_?key|session_?key|signing_?key|encryption_?key|auth_?key)([^a-z]|$)/;

/** A value under a telling name: `DB_PASSWORD=…`, `"token": "…"`; not one that is a reference, `$VAR` or empty. */
const ASSIGNMENT = /([A-Za-z_][\w-]*)["']?\s*[=:]\s*["']?([^\s"'$&|;<>`]{4,})/g;

/** What in the text looks like a secret, in a few words; `undefined`: nothing does. */
export function secretIn(text: string): string | undefined {
  const form = secretFormOf(text);
  if (form !== undefined) return form;
  for (const [, name = ""] of text.matchAll(ASSIGNMENT)) if (isSecretName(name)) return `a value for ${name}`;
  return undefined;
}

/** What secret a value's form gives away, whatever its name. */
export function secretFormOf(value: string): string | undefined {
  return FORMS.find(([pattern]) => pattern.test(value))?.[1];
}

/** Whether a variable of this name holds a secret by all appearances: `DB_PASSWORD`, `apiKey`. */
export function isSecretName(name: string): boolean {
  return SECRET_NAME.test(name.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase());
}
