import type { Mode } from "../mode";
import { type Environment, environmentSchema } from "../schema";
import { describe } from "./describe";
import type { Draft, Finding } from "./finding";
import { plainCopy } from "./plain";
import { readEnvironmentFile } from "./read";
import { checkShape } from "./shape";

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
  const { exported, finding } = readEnvironmentFile(path);
  if (finding) return { draft: {}, findings: [finding] };
  const plain = plainCopy(exported);
  const { value: environment, draft = {}, findings: misfits } = checkShape(environmentSchema, plain.copy);
  const findings = [...plain.findings, ...misfits, ...nameFindings(draft, props.expectedName)];
  return findings.length === 0 ? { environment, draft, findings } : { draft, findings };
}

function* nameFindings({ name }: Draft<Environment>, expected: string | undefined): Generator<Finding> {
  if (name !== undefined && expected !== undefined && name !== expected) {
    yield { path: "name", got: describe(name), allowed: `its file's name, "${expected}"` };
  }
}
