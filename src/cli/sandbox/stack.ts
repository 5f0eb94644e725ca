import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadEnvironments } from "../../environments/load";
import { sandboxSite } from "../../environments/sandbox";
import type { Environment } from "../../environments/schema";
import { buildApp } from "../../stacks/synthesize";
import { writeAtomically } from "../files";
import type { Io } from "../io";
import { Terraform } from "../terraform";
import { UserError } from "../user-error";

/** An environment's platform, synthesized for a sandbox. */
export interface SandboxStack {
  readonly environment: Environment;
  /** `"demo-platform"`. */
  readonly name: string;
  /** Its Terraform folder. */
  readonly directory: string;
  readonly terraform: Terraform;
}

/** Synthesizes an environment's platform into the sandbox's folder. */
export async function sandboxStack(selector: string, io: Io): Promise<SandboxStack> {
  const sandbox = sandboxSite(io.env, io.project);
  const environments = loadEnvironments({
    selector,
    cwd: io.cwd,
    mode: "sandbox",
    backendFile: sandbox.backendFile ?? join(sandbox.folder, "none"),
  });
  const [loaded] = environments;
  if (loaded === undefined) throw new Error(`${selector} loaded no environment`);
  const terraform = new Terraform(io, "sandbox");
  const unusable = await terraform.unusable();
  if (unusable !== undefined) throw new UserError(unusable);
  mkdirSync(sandbox.folder, { recursive: true });
  buildApp({ environments, mode: "sandbox", sandbox, outdir: sandbox.folder }).synth();
  const name = `${loaded.environment.name}-platform`;
  return { environment: loaded.environment, name, directory: join(sandbox.folder, "stacks", name), terraform };
}

/** Initializes a stack's folder, where that isn't done yet for this very backend. */
export async function initialize({
  directory,
  terraform,
}: Pick<SandboxStack, "directory" | "terraform">): Promise<{ readonly failure?: string }> {
  const backend = JSON.stringify(JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8")).terraform);
  const mark = join(directory, ".terraform", "initialized-for.json");
  if (existsSync(mark) && readFileSync(mark, "utf8") === backend) return {};
  const init = await terraform.run(directory, "init", "-input=false", "-reconfigure", "-no-color");
  if (init.exitCode !== 0) return { failure: init.output };
  writeAtomically(mark, backend);
  return {};
}
