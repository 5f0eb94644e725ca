import { join } from "node:path";
import { loadEnvironments, parseMode } from "../environments/load";
import type { Mode } from "../environments/mode";
import { sandboxSite } from "../environments/sandbox";
import { parseSession } from "../environments/session";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/read";
import { buildApp } from "../stacks/synthesize";
import { documentsOf } from "../stacks/validation";
import type { Io } from "./io";

/** An environment's stacks, in memory. */
export interface Synthesis {
  readonly environment: string;
  readonly mode: Mode;
  /** Each stack's `cdk.tf.json`, by the stack's name. */
  readonly documents: ReadonlyMap<string, unknown>;
  /** What was read of them. */
  readonly plans: ReadonlyMap<string, Plan>;
  /** Where `write` writes: each stack to `stacks/<name>/` in it. */
  readonly directory: string;
  /** Writes the stacks, unjudged. */
  readonly write: () => void;
}

/**
 * Synthesizes the environment that a command's first argument names, in the mode of BALLAST_MODE
 * and the role of BALLAST_ROLE.
 * @param selector its name, or the path of its file
 * @throws InputError with everything that is wrong in it
 */
export function synthesize(selector: string, { cwd, env, project }: Io): Synthesis {
  const mode = parseMode(env.BALLAST_MODE);
  const sandbox = mode === "sandbox" ? sandboxSite(env, project) : undefined;
  const environments = loadEnvironments({ selector, cwd, mode, backendFile: sandbox?.backendFile });
  const directory = join(project, "cdktf.out");
  const app = buildApp({ environments, mode, sandbox, outdir: directory, session: parseSession(env) });
  const documents = documentsOf(app);
  return {
    documents,
    environment: environments.map(({ environment }) => environment.name).join(", "),
    mode,
    plans: new Map([...documents].map(([stack, document]) => [stack, readPlan(document, stack)])),
    directory,
    write: () => app.synth(),
  };
}
