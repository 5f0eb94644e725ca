import { mkdirSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type { DriftSource } from "../../drift/report";
import { type LoadedEnvironment, loadEnvironments, parseMode } from "../../environments/load";
import type { Mode } from "../../environments/mode";
import { sandboxSite } from "../../environments/sandbox";
import { parseSession } from "../../environments/session";
import type { Plan } from "../../plan/plan";
import { PlanError } from "../../plan/plan-error";
import { readPlan } from "../../plan/read";
import { readText } from "../../plan/read-text";
import { isRecord, type ValueRecord } from "../../plan/value";
import { type BuildProps, buildApp } from "../../stacks/synthesize";
import { untraced } from "../../stacks/untraced";
import { documentsOf } from "../../stacks/validation";
import type { Io } from "../io";
import { plannedDocument } from "../planned-document";
import { selectorIn } from "../sandbox/beforehand";
import { initialize } from "../sandbox/stack";
import { Terraform } from "../terraform";
import { UserError } from "../user-error";

/** An environment's stacks, where they can be planned. */
export interface Planned {
  readonly environment: string;
  readonly mode: Mode;
  readonly sources: readonly DriftSource[];
}

/**
 * Plans each stack of an environment, as the role that changes nothing, without a lock: nothing is written to AWS or to
 * the state. The stacks and plans are kept in `.ballast/drift/`, apart from what is deployed from.
 * @throws UserError where Terraform can't be run, or fails
 */
export async function plannedStacks(environments: readonly LoadedEnvironment[], io: Io): Promise<Planned> {
  const asPlan: Io = { ...io, env: { ...io.env, BALLAST_ROLE: "plan" } };
  const mode = parseMode(io.env.BALLAST_MODE);
  const name = environments.map(({ environment }) => environment.name).join();
  const outdir = join(io.project, ".ballast", "drift", name, mode);
  const app = buildStacks(environments, asPlan, outdir);
  const documents = documentsOf(app);
  const terraform = new Terraform(io, mode);
  const unusable = await terraform.unusable();
  if (unusable !== undefined) throw new UserError(unusable);
  untraced(() => app.synth());
  const sources: DriftSource[] = [];
  for (const [stack, configuration] of documents) {
    io.stderr.write(`terraform plan ${stack} …\n`);
    const document = await planOf(terraform, join(outdir, "stacks", stack), stack);
    sources.push({
      name: stack,
      document,
      plan: readPlan(document, stack),
      configuration: readPlan(configuration, stack),
      place: { environment: name, stack, mode },
    });
  }
  return { environment: name, mode, sources };
}

/**
 * The environment that a command's argument names, where its state is.
 * @throws UserError in the offline mode, unless a plan is there already
 */
export function environmentsOf(selector: string, hasPlan: boolean, io: Io): readonly LoadedEnvironment[] {
  const mode = parseMode(io.env.BALLAST_MODE);
  if (mode === "offline" && !hasPlan) {
    throw new UserError(
      "BALLAST_MODE: got offline, which never reaches AWS; set it to aws, or to sandbox, or give a plan by --plan",
    );
  }
  const sandbox = mode === "sandbox" ? sandboxSite(io.env, io.project) : undefined;
  const given = sandbox === undefined ? selector : selectorIn(selector, io);
  return loadEnvironments({ selector: given, cwd: io.cwd, mode, backendFile: sandbox?.backendFile });
}

/** The stacks of environments, in the mode and as the role that the variables say. */
export function buildStacks(environments: BuildProps["environments"], { env, project }: Io, outdir: string) {
  const mode = parseMode(env.BALLAST_MODE);
  const sandbox = mode === "sandbox" ? sandboxSite(env, project) : undefined;
  mkdirSync(outdir, { recursive: true });
  return buildApp({ environments, mode, outdir, sandbox, session: parseSession(env) });
}

/** The plan of a file; with an environment, whose configuration and commands go with it. */
export function planInFile(file: string, environment: Configurations | undefined, io: Io): DriftSource {
  const path = resolve(io.cwd, file);
  const text = readText(path);
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    document = undefined;
  }
  const plan = readPlan(document, path);
  if (plan.source !== "plan" || !isRecord(document)) {
    throw new PlanError(
      `${path}: a configuration, which knows nothing of what is deployed; expected the output of \`terraform show -json\` of a plan file`,
    );
  }
  if (environment === undefined) return { name: basename(path), document, plan };
  const [stack, configuration] = stackOf(environment, plan);
  return { name: stack, document, plan, configuration, place: { environment: environment.name, stack, mode: "aws" } };
}

/** An environment's configurations, by the name of their stack. */
export interface Configurations {
  readonly name: string;
  readonly plans: ReadonlyMap<string, Plan>;
}

/** The stack that a plan is of: the one that has the most of its addresses. */
function stackOf({ name, plans }: Configurations, plan: Plan): readonly [string, Plan] {
  const addresses = plan.resources().map(({ address }) => address);
  const shared = (configuration: Plan) => addresses.filter((address) => configuration.resource(address)).length;
  const [best] = [...plans].sort(([, one], [, other]) => shared(other) - shared(one));
  if (best === undefined || shared(best[1]) === 0) {
    throw new UserError(
      `--plan: no resource of it is ${name}'s; leave the environment out, or give the plan of one of its stacks`,
    );
  }
  return best;
}

/** Plans a stack in its folder, without a lock, to `plan.tfplan`. @throws UserError where Terraform fails */
export async function planOf(terraform: Terraform, directory: string, stack: string): Promise<ValueRecord> {
  const fail = (command: string, output: string) => new UserError(`${stack}: ${command} failed:\n${output.trim()}`);
  const { failure } = await initialize({ directory, terraform });
  if (failure !== undefined) throw fail("terraform init", failure);
  const planned = await plannedDocument(terraform, directory);
  if (planned.failed !== undefined) throw fail(planned.failed, planned.output);
  return planned.document;
}
