import { existsSync, readFileSync } from "node:fs";
import { type BackendConfig, backendFileSchema } from "../backend";
import { DUMMY_ACCOUNT_ID, type Environment } from "../schema";
import { describe, fieldPath } from "./describe";
import type { Draft, Finding } from "./finding";
import { errorLine, repeatedNames } from "./json";
import { didYouMean } from "./nearest";
import { redacted, secretFindings } from "./secrets";
import { checkShape } from "./shape";

export interface Backends {
  /** The entries; none where any of them is invalid. */
  readonly configs: ReadonlyMap<string, BackendConfig>;
  /** What is valid of the entries. */
  readonly drafts: ReadonlyMap<string, Draft<BackendConfig> | undefined>;
  readonly findings: readonly Finding[];
}

/**
 * Reads `backend.config.json` and checks what can be seen in it alone. No file is as good as one without entries.
 *
 * @param names of the environments that there are
 */
export function readBackends(path: string, names: readonly string[]): Backends {
  const none = (...findings: readonly Finding[]): Backends => ({ configs: new Map(), drafts: new Map(), findings });
  const allowed = "JSON: an object with an entry an environment";
  if (!existsSync(path)) return none();
  const text = readText(path);
  if (text === undefined) return none({ path: "", got: "a file that can't be read", allowed });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    const got = `text that isn't JSON, at line ${errorLine(text)}`;
    return none({ path: "", got, allowed }, ...secretFindings(undefined, text));
  }
  const shape = checkShape(backendFileSchema, content);
  const configs = new Map(Object.entries(shape.value ?? {}));
  const drafts = new Map(Object.entries(shape.draft ?? {}));
  const findings = [
    ...shape.findings,
    ...repetitions(text),
    ...strangers([...drafts.keys()], names),
    ...foreign(drafts, names),
    ...secretFindings(content, text),
  ];
  return { configs, drafts, findings: redacted(findings) };
}

/** Whether an environment's entry is there (where it must be) and is its own. */
export function* backendFindings(
  environment: Draft<Environment>,
  { drafts }: Backends,
  isNeeded: boolean,
): Generator<Finding> {
  const { name, region, accountId } = environment;
  if (name === undefined) return;
  const entry = drafts.get(name);
  if (entry === undefined) {
    if (isNeeded)
      yield { path: name, got: "no entry", allowed: `run \`npm run bootstrap -- ${name}\`, which writes it` };
    return;
  }
  if (region !== undefined && entry.region !== undefined && entry.region !== region) {
    yield { path: `${name}.region`, got: describe(entry.region), allowed: `the environment's region, "${region}"` };
  }
  const [, , , keyRegion, keyAccountId] = entry.kms_key_id?.split(":") ?? [];
  const path = `${name}.kms_key_id`;
  if (region !== undefined && keyRegion !== undefined && keyRegion !== region) {
    yield { path, got: `a key in ${keyRegion}`, allowed: `a key in the environment's region, ${region}` };
  }
  // The dummy stands until the bootstrap has made the key.
  const isOther = keyAccountId !== undefined && accountId !== undefined && keyAccountId !== accountId;
  if (isOther && keyAccountId !== DUMMY_ACCOUNT_ID) {
    yield {
      path,
      got: `a key of account ${keyAccountId}`,
      allowed: `a key of the environment's account, ${accountId}`,
    };
  }
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function* repetitions(text: string): Generator<Finding> {
  for (const path of repeatedNames(text)) {
    yield { path: fieldPath(path), got: "a name that is there already", allowed: "each name once in an object" };
  }
}

function* strangers(entries: readonly string[], names: readonly string[]): Generator<Finding> {
  for (const name of entries.filter((entry) => !names.includes(entry))) {
    yield {
      path: name,
      got: "an entry of an environment that isn't there",
      allowed: `${didYouMean(name, names)}The environments are ${names.join(", ")}`,
    };
  }
}

/**
 * A bucket or table that is another environment's, by its entry or by the name in it: whichever of the two is deployed
 * second would take over the other's state.
 */
function* foreign(entries: Backends["drafts"], names: readonly string[]): Generator<Finding> {
  for (const field of ["bucket", "dynamodb_table"] as const) {
    const holders = new Map<string, string>();
    for (const [name, entry] of entries) {
      const value = entry?.[field];
      if (value === undefined || !names.includes(name)) continue;
      const isIn = (part: string): boolean => `-${value}-`.includes(`-${part}-`);
      const holder = holders.get(value) ?? (isIn(name) ? undefined : names.find(isIn));
      if (holder === undefined) holders.set(value, name);
      else yield { path: `${name}.${field}`, got: describe(value), allowed: `one of its own: this is ${holder}'s` };
    }
  }
}
