import { basename, isAbsolute, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { EXEMPTIONS_FILE } from "../guardrails/exemptions";
import { resourcePlaces } from "../plan/places";
import type { Plan } from "../plan/plan";
import { parsePlan } from "../plan/read";
import { readText } from "../plan/read-text";
import type { Artifact } from "../reports/guardrails-sarif";
import type { Io } from "./io";
import { synthesize } from "./synthesis";

/** What a command judges. */
export interface Judged {
  /** By the name of their stack or file. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** Whether they are all that their environments have. */
  readonly whole: boolean;
  /** The file of each plan, and of the exemptions. */
  readonly artifacts: () => ReadonlyMap<string, Artifact>;
}

/** An environment's stacks, where a synthesis writes them. */
export function judgedEnvironment(selector: string, exemptionsFile: string, io: Io): Judged {
  const { documents, plans, directory } = synthesize(selector, io);
  const artifacts = () =>
    [...documents].map(([stack, document]): [string, Artifact] => {
      const path = join(directory, "stacks", stack, "cdk.tf.json");
      return [stack, { uri: uriOf(path, io), places: resourcePlaces(asWritten(document)) }];
    });
  return { plans, whole: true, artifacts: () => new Map([...artifacts(), exemptionsArtifact(exemptionsFile, io)]) };
}

/**
 * The one plan of a file, by the name of the stack if it says which one it is.
 * @throws PlanError if it isn't a plan
 */
export function judgedFile(file: string, exemptionsFile: string, io: Io): Judged {
  const path = resolve(io.cwd, file);
  const text = readText(path);
  const plan = parsePlan(text, path);
  const source = plan.stack ?? basename(path);
  const artifact = (): Artifact => ({ uri: uriOf(path, io), places: resourcePlaces(text) });
  return {
    plans: new Map([[source, plan]]),
    whole: false,
    artifacts: () => new Map([[source, artifact()], exemptionsArtifact(exemptionsFile, io)]),
  };
}

/** The text of a document as CDKTF writes it, keys in order and what is empty on two lines, so that each line is where it will be. */
function asWritten(document: unknown): string {
  const inOrder = (_: string, value: unknown) =>
    typeof value !== "object" || value === null || Array.isArray(value)
      ? value
      : Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(document, inOrder, 2).replace(/^( *)(.*)(\[\]|\{\})(,?)$/gm, (_, indent, key, empty, comma) => {
    return `${indent}${key}${empty[0]}\n${indent}${empty[1]}${comma}`;
  });
}

const exemptionsArtifact = (path: string, io: Io): readonly [string, Artifact] => [
  EXEMPTIONS_FILE,
  { uri: uriOf(path, io), places: new Map() },
];

/** Relative to where the command is called, as code scanning wants it; of a file elsewhere, the whole. */
function uriOf(path: string, io: Io): string {
  const inside = relative(io.cwd, path);
  if (inside.startsWith("..") || isAbsolute(inside)) return pathToFileURL(path).href;
  return inside.split(sep).map(encodeURIComponent).join("/");
}
