import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { LoadedEnvironment } from "../../environments/load";
import type { Mode } from "../../environments/mode";
import { RELEASES_FILE, releaseSchema, releasesFileSchema } from "../../environments/releases";
import { sandboxSite } from "../../environments/sandbox";
import type { Progress } from "../../release/deployment";
import { plannedRelease } from "../../release/planned";
import { buildStacks } from "../drift/sources";
import { ExitCode } from "../exit-code";
import { shownPath, writeAtomically } from "../files";
import type { Io } from "../io";
import { Terraform, type TerraformResult } from "../terraform";
import { UserError } from "../user-error";
import { follow } from "./follow";

export interface ReleaseProps {
  readonly loaded: LoadedEnvironment;
  readonly mode: Exclude<Mode, "offline">;
  readonly service: string;
  readonly tag: string;
  /** Shows the plan, and changes nothing. */
  readonly planOnly: boolean;
  /** Minutes after which an unfinished deployment is left to itself. */
  readonly minutes: number;
  readonly io: Io;
}

/**
 * Releases a tag: plans with the service's image variable changed, applies that plan where it changes the service's task
 * definition and the service and nothing else, follows the deployment, and writes the tag down once it has ended well.
 * @throws UserError where Terraform can't be run, or fails
 */
export async function release(props: ReleaseProps): Promise<ExitCode> {
  const { loaded, mode, service, tag, planOnly, io } = props;
  const { name } = loaded.environment;
  const stack = `${name}-platform`;
  const outdir = join(io.project, ".ballast", "release", name, mode);
  mkdirSync(outdir, { recursive: true });
  const terraform = new Terraform(io, mode);
  const unusable = await terraform.unusable();
  if (unusable !== undefined) throw new UserError(unusable);
  buildStacks([loaded], io, outdir).synth();
  const directory = join(outdir, "stacks", stack);
  const run = (...args: readonly string[]) => ran(terraform, directory, stack, args);

  const id = service.replaceAll("-", "_");
  await run("init", "-input=false", "-reconfigure", "-no-color");
  const planned = await run("plan", "-input=false", `-var=${id}_image_tag=${tag}`, "-out=release.tfplan", "-no-color");
  const shown = await run("show", "-json", "release.tfplan");
  const { own, others } = plannedRelease(JSON.parse(shown.stdout), id);
  if (others.length > 0) {
    const list = others.map((each) => `  ${each}`).join("\n");
    io.stderr.write(
      `A release changes ${service}'s task definition and service, nothing else. This plan would also change:\n${list}\n` +
        `Nothing is applied. Deploy the platform first, or decide: npm run drift -- ${name}\n`,
    );
    return ExitCode.FINDINGS;
  }
  io.stdout.write(own.length === 0 ? `${stack} has ${service} at ${tag} already.\n` : `${planned.stdout.trim()}\n\n`);
  if (planOnly) return ExitCode.OK;
  if (own.length > 0) {
    await run("apply", "-input=false", "-auto-approve", "-no-color", "release.tfplan");
    io.stdout.write(`Applied: ${own.join(", ")}.\n`);
  }
  const end = await follow(props, await released(run, id, service));
  return ended(props, end);
}

/** ARN of the service's task definition, as the state has it. */
async function released(run: Run, id: string, service: string): Promise<string> {
  const { stdout } = await run("show", "-json");
  const resources = stateSchema.parse(JSON.parse(stdout)).values.root_module.resources;
  const found = resources.find(({ address }) => address === `aws_ecs_service.${id}`);
  const arn = found?.values.task_definition;
  if (typeof arn !== "string") throw new UserError(`${service} isn't deployed yet: deploy the platform first`);
  return arn;
}

const stateSchema = z.object({
  values: z.object({
    root_module: z.object({
      resources: z.array(z.object({ address: z.string(), values: z.record(z.string(), z.unknown()) })),
    }),
  }),
});

/** Says how it ended, and keeps the tag of what has ended well. */
function ended({ loaded, service, tag, io }: ReleaseProps, end: Progress): ExitCode {
  const { environment, releases } = loaded;
  const before = releases[service]?.imageTag ?? environment.services.find(({ name }) => name === service)?.imageTag;
  switch (end.state) {
    case "done": {
      const path = releasesPath(io);
      record(path, environment.name, service, tag);
      const commit = sandboxOf(io) ? "" : "; commit it: a later deploy keeps the tag by it";
      io.stdout.write(`${service} runs ${tag}. ${end.note}\n${shownPath(io, path)} has it now${commit}.\n`);
      return ExitCode.OK;
    }
    case "rolled-back":
      io.stderr.write(
        `${service} was rolled back: ${end.note}\nIt runs ${end.taskDefinition} again, with ${before}. ${tag} isn't kept: the next deploy, or\n` +
          `npm run release -- ${environment.name} ${service} ${before}, registers ${before} anew and replaces the tasks once.\n`,
      );
      return ExitCode.FINDINGS;
    case "failed":
      io.stderr.write(
        `${service}'s deployment failed, and nothing brings the revision before back: ${end.note}\n` +
          `npm run release -- ${environment.name} ${service} ${before} does.\n`,
      );
      return ExitCode.FINDINGS;
    case "under-way":
      io.stderr.write(
        `${service}'s deployment hasn't ended yet: ${end.note}. It goes on by itself; repeat the command to follow it to its end.\n`,
      );
      return ExitCode.FINDINGS;
  }
}

function record(path: string, environment: string, service: string, imageTag: string): void {
  const all = existsSync(path) ? releasesFileSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
  const release = releaseSchema.parse({ imageTag, releasedAt: `${new Date().toISOString().slice(0, 19)}Z` });
  const changed = { ...all, [environment]: { ...all[environment], [service]: release } };
  writeAtomically(path, `${JSON.stringify(changed, null, 2)}\n`);
}

const sandboxOf = ({ env, project }: Io) => (env.BALLAST_MODE === "sandbox" ? sandboxSite(env, project) : undefined);

/** Beside the backend's settings, which are the sandbox's own there. */
function releasesPath(io: Io): string {
  const sandbox = sandboxOf(io);
  if (sandbox === undefined) return join(io.project, RELEASES_FILE);
  return join(sandbox.backendFile === undefined ? sandbox.folder : dirname(sandbox.backendFile), RELEASES_FILE);
}

type Run = (...args: readonly string[]) => Promise<TerraformResult>;

async function ran(
  terraform: Terraform,
  directory: string,
  stack: string,
  args: readonly string[],
): Promise<TerraformResult> {
  const result = await terraform.run(directory, ...args);
  if (result.exitCode !== 0) throw new UserError(`${stack}: terraform ${args[0]} failed:\n${result.output.trim()}`);
  return result;
}
