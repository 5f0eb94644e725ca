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

/** A name that ends as those of secrets do: `DB_PASSWORD`, `apiKey`; not `PASSWORD_MIN_LENGTH` or `SECRET_ARN`. */
const SECRET_NAME =
  /(password|passwd|passphrase|secret|(^|_)(pass|pwd|token|credentials?|(api|access|auth|encryption|master|private|secret|session|signing)_?key(_base)?))(_?\d+)?$/;
/** What isn't secret whatever its name: a switch, a number of seconds, a reference to where the secret is. */
const PLAIN = /^(true|false|yes|no|none|null|on|off|\d{1,6}|arn:.*|\/[\w./-]*)?$/i;

/** A value under a telling name: `DB_PASSWORD=…`, `"token": "…"`. A shell's `$VARIABLE` is no value. */
const ASSIGNMENT = /([A-Za-z_][\w-]*)["']?\s*[=:]\s*["']?([^\s"'$&|;<>`]+)/g;

/** What in the text looks like a secret, in a few words; `undefined`: nothing does. */
export function secretIn(text: string): string | undefined {
  const form = secretFormOf(text);
  if (form !== undefined) return form;
  const assignment = [...text.matchAll(ASSIGNMENT)].find(([, name = "", value = ""]) => holdsSecret(name, value));
  return assignment === undefined ? undefined : `a value for ${assignment[1]}`;
}

/** What secret a value's form gives away, whatever its name. */
export function secretFormOf(value: string): string | undefined {
  return FORMS.find(([pattern]) => pattern.test(value))?.[1];
}

/** Whether a variable of that name and value holds a secret by all appearances. */
export function holdsSecret(name: string, value: string): boolean {
  const words = name
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replaceAll("-", "_")
    .toLowerCase();
  return SECRET_NAME.test(words) && !PLAIN.test(value);
}
