import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { importsOf, type Mapping } from "../../adopt/mapping";
import { type Review, reviewOf } from "../../adopt/review";
import { nearest } from "../../environments/checks/nearest";
import { type LoadedEnvironment, parseMode } from "../../environments/load";
import type { Plan } from "../../plan/plan";
import { readPlan } from "../../plan/read";
import type { ValueRecord } from "../../plan/value";
import { takeOver } from "../../stacks/imports";
import { untraced } from "../../stacks/untraced";
import { documentsOf } from "../../stacks/validation";
import { buildStacks, planOf } from "../drift/sources";
import type { Io } from "../io";
import { Terraform } from "../terraform";
import { UserError } from "../user-error";

/** A plan of an environment's platform, with `import` and `moved` blocks for what is mapped. */
export interface AdoptedPlan {
  readonly loaded: LoadedEnvironment;
  /** `"production-platform"`. */
  readonly stack: string;
  readonly document: ValueRecord;
  readonly plan: Plan;
  readonly review: Review;
  /** The configurations of both stacks, for the ledger. */
  readonly configurations: ReadonlyMap<string, Plan>;
  /** Folder of Terraform's, with the plan in `plan.tfplan`. */
  readonly directory: string;
  readonly terraform: Terraform;
}

export interface AdoptedPlanProps {
  readonly loaded: LoadedEnvironment;
  /** `undefined`: nothing is taken over. */
  readonly mapping: Mapping | undefined;
  /** As the role that changes nothing, or the one that applies. */
  readonly role: "plan" | "apply";
}

/**
 * Plans it, in `.ballast/adopt/`; nothing is written to AWS or to the state.
 * @throws UserError where an address isn't the stack's, or Terraform fails
 */
export async function adoptedPlan({ loaded, mapping, role }: AdoptedPlanProps, io: Io): Promise<AdoptedPlan> {
  const { name } = loaded.environment;
  const mode = parseMode(io.env.BALLAST_MODE);
  const outdir = join(io.project, ".ballast", "adopt", name, mode);
  const inRole: Io = role === "plan" ? { ...io, env: { ...io.env, BALLAST_ROLE: "plan" } } : io;
  const app = buildStacks([loaded], inRole, outdir);
  const stack = `${name}-platform`;
  const before = documentsOf(app);
  const configurations = new Map([...before].map(([each, document]) => [each, readPlan(document, each)]));
  if (mapping !== undefined) {
    checkAddresses(mapping, configurations.get(stack));
    const moves = new Map(mapping.moved.map(({ from, to }) => [to, from]));
    takeOver(app, { imports: importsOf(mapping), moves });
  }
  const terraform = new Terraform(io, mode);
  const unusable = await terraform.unusable();
  if (unusable !== undefined) throw new UserError(unusable);
  mkdirSync(outdir, { recursive: true });
  untraced(() => app.synth());
  io.stderr.write(`terraform plan ${stack} …\n`);
  const directory = join(outdir, "stacks", stack);
  const document = await planOf(terraform, directory, stack);
  const plan = readPlan(document, stack);
  return { loaded, stack, document, plan, review: reviewOf(document, stack), configurations, directory, terraform };
}

function checkAddresses({ environment, resources, moved }: Mapping, plan: Plan | undefined): void {
  const known = (plan?.resources() ?? []).map(({ address }) => address);
  const problems = [...resources.map(({ address }) => address), ...moved.map(({ to }) => to)]
    .filter((address) => !known.includes(address))
    .map((address) => {
      const meant = nearest(address, known);
      const hint = meant === undefined ? "" : `; did you mean ${meant}?`;
      return `adoption/${environment}.json: ${environment}-platform has no ${address}${hint}`;
    });
  if (problems.length > 0) throw new UserError(...problems);
}
