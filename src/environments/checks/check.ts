import type { Mode } from "../mode";
import { type Environment, environmentSchema } from "../schema";
import { adoptedFindings } from "./adopted";
import { automationFindings } from "./automation";
import { capacityFindings } from "./capacity";
import { describe } from "./describe";
import type { Draft, Finding } from "./finding";
import { modeFindings } from "./mode";
import { nameFindings } from "./names";
import { networkFindings } from "./network";
import { placeFindings } from "./places";
import { plainCopy } from "./plain";
import { readEnvironmentFile } from "./read";
import { referenceFindings } from "./references";
import { routeFindings } from "./routes";
import { scheduleFindings } from "./schedules";
import { redacted, secretFindings } from "./secrets";
import { serviceFindings, uniquenessFindings } from "./services";
import { checkShape } from "./shape";
import { templateFindings } from "./templates";
import { terraformAccessFindings } from "./terraform-access";

/** The checks across fields; each reads what is valid, so that one wrong field hides no other. */
const CHECKS: readonly ((environment: Draft<Environment>) => Iterable<Finding>)[] = [
  placeFindings,
  networkFindings,
  capacityFindings,
  automationFindings,
  serviceFindings,
  uniquenessFindings,
  routeFindings,
  scheduleFindings,
  nameFindings,
  referenceFindings,
  templateFindings,
  terraformAccessFindings,
  adoptedFindings,
];

export interface CheckedEnvironment {
  /** The environment; `undefined` where there is a finding. */
  readonly environment?: Environment;
  /** What is valid of it. */
  readonly draft: Draft<Environment>;
  readonly findings: readonly Finding[];
}

export interface CheckProps {
  readonly mode: Mode;
  /** Name that the environment must have; `undefined` for any. */
  readonly expectedName: string | undefined;
}

/** Reads an environment file and checks everything that can be seen in it alone. */
export function checkEnvironmentFile(path: string, props: CheckProps): CheckedEnvironment {
  const { text = "", exported, finding } = readEnvironmentFile(path);
  if (finding === undefined) return checkEnvironment(exported, text, props);
  return { draft: {}, findings: redacted([finding, ...secretFindings(undefined, text)]) };
}

/** Checks what a file exports, and the file's text for secrets. */
export function checkEnvironment(
  exported: unknown,
  text: string,
  { mode, expectedName }: CheckProps,
): CheckedEnvironment {
  const plain = plainCopy(exported);
  const shape = checkShape(environmentSchema, plain.copy);
  const draft = shape.draft ?? {};
  const across = [
    ...nameFinding(draft, expectedName),
    ...CHECKS.flatMap((check) => [...check(draft)]),
    ...modeFindings(draft, mode),
  ];
  // What is wrong with a field alone makes what it is beside others no news, and a secret makes all else none.
  const misfits = news(plain.findings, shape.findings);
  const all = news(
    [...secretFindings(plain.copy, text)],
    news(
      misfits,
      across.filter(({ path }) => !shape.meant.includes(path)),
    ),
  );
  const findings = redacted(all);
  return findings.length === 0 ? { environment: shape.value, draft, findings } : { draft, findings };
}

function* nameFinding({ name }: Draft<Environment>, expected: string | undefined): Generator<Finding> {
  if (name !== undefined && expected !== undefined && name !== expected) {
    yield { path: "name", got: describe(name), allowed: `its file's name, "${expected}"` };
  }
}

function news(known: readonly Finding[], further: readonly Finding[]): readonly Finding[] {
  const paths = new Set(known.map(({ path }) => path));
  return [...known, ...further.filter(({ path }) => !paths.has(path))];
}
