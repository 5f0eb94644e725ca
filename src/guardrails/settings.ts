import { existsSync, readFileSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { closest } from "fastest-levenshtein";
import { z } from "zod";
import { type Exemption, exemptionFileSchema } from "./exemptions";
import { type Ledger, ledgerFileSchema } from "./ledger";
import type { Rule } from "./rule";
import { SettingsError } from "./settings-error";

/**
 * Reads the exemptions.
 * @throws SettingsError with everything that is wrong in the file
 */
export function readExemptions(path: string, rules: readonly Rule[]): readonly Exemption[] {
  const exemptions = readSettings(path, exemptionFileSchema) ?? [];
  const ids = rules.map(({ id }) => id);
  const problems = exemptions.flatMap(({ rule }, index) =>
    ids.includes(rule)
      ? []
      : [`${shown(path)}: [${index}].rule: there is no rule "${rule}"; did you mean "${closest(rule, ids)}"?`],
  );
  if (problems.length > 0) throw new SettingsError(problems);
  return exemptions;
}

/**
 * Reads the ledger; none is as good as an empty one.
 * @throws SettingsError with everything that is wrong in the file
 */
export function readLedger(path: string): Ledger {
  return readSettings(path, ledgerFileSchema) ?? {};
}

/**
 * A settings file's content, `undefined` where there is none.
 * @throws SettingsError with everything that is wrong in it
 */
export function readSettings<Schema extends z.ZodType>(path: string, schema: Schema): z.output<Schema> | undefined {
  if (!existsSync(path)) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    const fault = error instanceof SyntaxError ? "isn't JSON" : "can't be read";
    throw new SettingsError([`${shown(path)}: ${fault}: ${error instanceof Error ? error.message : error}`]);
  }
  const result = schema.safeParse(content, { error: wanted });
  if (result.success) return result.data;
  throw new SettingsError(
    result.error.issues.map(({ path: field, message }) => {
      const where = field.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
      return `${shown(path)}: ${where === "" ? "" : `${where.replace(/^\./, "")}: `}${message}`;
    }),
  );
}

/** What belongs in an issue's place, where the schema doesn't say it itself. */
function wanted(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return `${issue.input === undefined ? "missing; give" : "give"} ${KINDS[issue.expected] ?? issue.expected}`;
    case "unrecognized_keys": {
      const fields = issue.inst instanceof z.ZodObject ? Object.keys(issue.inst.shape) : [];
      const nearest = issue.keys.map((key) => `"${key}" isn't a field; did you mean "${closest(key, fields)}"?`);
      return nearest.join(" ");
    }
    default:
      return undefined;
  }
}

const KINDS: { readonly [expected: string]: string } = {
  string: "a text in quotes",
  array: "a list, [ … ]",
  object: "an object, { … }",
  record: "an object, { … }",
};

function shown(path: string): string {
  const inside = relative(process.cwd(), path);
  return inside.startsWith("..") || isAbsolute(inside) ? path : inside;
}
