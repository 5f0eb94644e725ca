import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { BACKEND_FILE, type BackendConfig } from "../environments/backend";
import { type LoadedEnvironment, loadEnvironments, parseMode } from "../environments/load";
import type { Mode } from "../environments/mode";
import { type SandboxSite, sandboxSite } from "../environments/sandbox";
import { parseSession, type Session } from "../environments/session";
import { buildApp } from "../stacks/synthesize";
import { ExitCode } from "./exit-code";
import { shownPath, writeAtomically } from "./files";
import type { Io } from "./io";
import { type Outcome, Stages } from "./stages";
import { Terraform, type TerraformResult } from "./terraform";
import { UserError } from "./user-error";

/** What a bootstrap works with. */
interface Site {
  readonly selector: string;
  readonly mode: Mode;
  readonly io: Io;
  readonly backendFile: string;
  readonly session: Session;
  /** @default - not in the sandbox */
  readonly sandbox?: SandboxSite;
}

/**
 * Makes the bucket, key and lock table of an environment's state, and moves the state there; goes on where it stopped.
 * In the sandbox all that it writes is in the sandbox's folder.
 *
 * @param selector name of an environment, or path of its file
 * @param options `yes`: it applies; else it shows the plan and stops
 */
export async function bootstrap(selector: string, { yes }: { readonly yes: boolean }, io: Io): Promise<ExitCode> {
  const mode = parseMode(io.env.BALLAST_MODE);
  if (mode === "offline") {
    throw new UserError("BALLAST_MODE: got offline, which never reaches AWS; set it to aws, or to sandbox");
  }
  // Nothing is bootstrapped with a role that changes nothing.
  const session: Session = { ...parseSession(io.env), role: "apply" };
  // In the sandbox the owner does it: the roles are made here.
  const sandbox = mode === "sandbox" ? { ...sandboxSite(io.env, io.project), role: undefined } : undefined;
  const backendFile = join(sandbox?.folder ?? io.project, BACKEND_FILE);
  const site: Site = { selector, mode, io, backendFile, session, sandbox };
  const loaded = load(site, true);
  const { name } = loaded.environment;
  const stack = `${name}-state`;
  const outdir = join(sandbox?.folder ?? join(io.project, ".ballast"), "bootstrap", name, mode);
  const directory = join(outdir, "stacks", stack);
  const localState = join(directory, "terraform.tfstate");
  const terraform = new Terraform(io, mode);
  const unusable = await terraform.unusable();
  if (unusable !== undefined) throw new UserError(unusable);

  const stages = new Stages(io);
  const step = async (title: string, ...args: readonly string[]): Promise<TerraformResult> => {
    const result = await stages.run(title, async () => outcomeOf(await terraform.run(directory, ...args, "-no-color")));
    if (!stages.hold) throw new StepFailed();
    return result;
  };

  try {
    if (!existsSync(localState)) {
      synthesize(site, loaded, outdir, false);
      if (await isInBucket(terraform, directory)) {
        io.stdout.write(`The state of ${stack} is in ${loaded.backend.bucket} already; nothing is moved.\n`);
        return ExitCode.OK;
      }
      rmSync(join(directory, ".terraform"), { recursive: true, force: true });
    }
    synthesize(site, loaded, outdir, true);
    await step("terraform init, state on this machine", "init", "-input=false", "-reconfigure");
    if (!yes) {
      const { stdout } = await step("terraform plan", "plan", "-input=false");
      io.stdout.write(`${stdout}\nTo apply it and move the state: npm run bootstrap -- ${name} --yes\n`);
      return ExitCode.FINDINGS;
    }
    await step(`terraform apply ${stack}`, "apply", "-input=false", "-auto-approve");
    const { stdout: keyArn } = await step("the key's ARN", "output", "-raw", "kms_key_arn");
    writeKey(backendFile, name, loaded.backend, keyArn.trim());
    synthesize(site, load(site, false), outdir, false);
    await step(`move the state to ${loaded.backend.bucket}`, "init", "-input=false", "-migrate-state", "-force-copy");
    await step("plan again: no changes", "plan", "-input=false", "-detailed-exitcode");
    rmSync(localState, { force: true });
    rmSync(`${localState}.backup`, { force: true });
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    io.stderr.write(`Nothing is lost: repeat the command, it goes on from ${shownPath(io, directory)}.\n`);
    return ExitCode.FINDINGS;
  }
  const next = sandbox === undefined ? "; commit it" : "";
  io.stdout.write(`${shownPath(io, backendFile)} names the key of ${stack} now${next}.\n`);
  return ExitCode.OK;
}

/** A step that was already reported. */
class StepFailed extends Error {}

function load({ selector, mode, io, backendFile }: Site, localState: boolean): LoadedEnvironment {
  const [loaded] = loadEnvironments({ selector, cwd: io.cwd, mode, localState, backendFile });
  if (loaded === undefined) throw new Error(`${selector} loaded no environment`);
  return loaded;
}

function synthesize(
  { mode, session, sandbox }: Site,
  loaded: LoadedEnvironment,
  outdir: string,
  localState: boolean,
): void {
  mkdirSync(outdir, { recursive: true });
  buildApp({ environments: [loaded], mode, outdir, localState, session, sandbox }).synth();
}

/** Whether the bucket holds the stack's state: it can be reached, and has resources in it. */
async function isInBucket(terraform: Terraform, directory: string): Promise<boolean> {
  const init = await terraform.run(directory, "init", "-input=false", "-reconfigure", "-no-color");
  if (init.exitCode !== 0) return false;
  const list = await terraform.run(directory, "state", "list", "-no-color");
  return list.exitCode === 0 && list.stdout.trim() !== "";
}

function outcomeOf(result: TerraformResult): Outcome<TerraformResult> {
  return result.exitCode === 0
    ? { status: "ok", note: "", result }
    : { status: "failed", note: "", details: result.output, result };
}

/** Writes the key's ARN into the environment's entry, and leaves the other entries alone. */
function writeKey(path: string, name: string, backend: BackendConfig, keyArn: string): void {
  const entries = existsSync(path)
    ? z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(path, "utf8")))
    : {};
  writeAtomically(path, `${JSON.stringify({ ...entries, [name]: { ...backend, kms_key_id: keyArn } }, null, 2)}\n`);
}
