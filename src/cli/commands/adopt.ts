import type { Command } from "commander";
import { rescues } from "../../adopt/keep";
import { openIn } from "../../adopt/mapping";
import type { Difference } from "../../drift/difference";
import type { LoadedEnvironment } from "../../environments/load";
import { KEPT_ATTRIBUTES } from "../../environments/schema/adopted";
import { reviewTable } from "../../reports/adopt-table";
import { adoptedPlan } from "../adopt/adopted-plan";
import { apply } from "../adopt/apply";
import { explain } from "../adopt/explain";
import { findAdoptable } from "../adopt/find";
import { keep } from "../adopt/keep";
import { readMapping } from "../adopt/mapping-file";
import { acceptDifferences } from "../drift/accept";
import { environmentsOf } from "../drift/sources";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { UserError } from "../user-error";

interface Options {
  readonly discover: boolean;
  readonly keep: boolean;
  readonly accept: readonly string[];
  readonly apply: boolean;
}

export function configure(command: Command): void {
  command
    .argument("<environment>", "name of an environment, or path of its file")
    .option("--discover", "look at the account again; what the mapping says stays", false)
    .option("--keep", "write into the environment's file what keeps the adopted from being replaced", false)
    .option(
      "--accept <address.attribute>",
      "take what is there over into the environment's file (may be repeated)",
      (name, all: string[]) => [...all, name],
      [],
    )
    .option("--apply", "import, and apply what was shown; not if anything would be destroyed", false)
    .addHelpText(
      "after",
      `
Takes over what others have made (BALLAST_MODE aws or sandbox). At first it looks
at the account for what the platform would make, and writes a mapping for a
person to review: adoption/ENVIRONMENT.json (docs/schemas/adoption.schema.json).
With a mapping it plans with import blocks, says what an apply would change of
what is there, and which field would keep it. Nothing is applied without --apply,
and never where anything would be destroyed or replaced. Exit codes: 0 nothing
to do or applied, 1 somebody has to decide, 2 bad input, or a plan that failed.`,
    );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const options = command.opts<Options>();
  const [loaded] = environmentsOf(command.processedArgs[0], false, io);
  if (loaded === undefined) throw new Error("no environment was loaded");
  const { name } = loaded.environment;
  const mapping = readMapping(name, io);
  if (mapping === undefined || options.discover) {
    if (options.keep || options.apply || options.accept.length > 0) {
      const why = mapping === undefined ? `there is no adoption/${name}.json yet` : "--discover goes alone";
      throw new UserError(`${why}: find first what there is, npm run adopt -- ${name}, and review it`);
    }
    return findAdoptable(loaded, io);
  }
  const open = openIn(mapping);
  if (open.length > 0) {
    const addresses = open.map(({ address }) => address).join(", ");
    io.stderr.write(`adoption/${name}.json: decide about ${addresses}: an id of the candidates, or "new".\n`);
    return ExitCode.FINDINGS;
  }
  return review(loaded, options, io);
}

async function review(loaded: LoadedEnvironment, options: Options, io: Io): Promise<ExitCode> {
  const { name } = loaded.environment;
  const mapping = readMapping(name, io);
  const planned = await adoptedPlan({ loaded, mapping, role: options.apply ? "apply" : "plan" }, io);
  const lost = rescues(planned.review.lost, KEPT_ATTRIBUTES);
  const kept = options.keep ? lost.flatMap((each) => each.kept) : [];
  if (kept.length > 0) return review(keep(loaded, kept, io), { ...options, keep: false }, io);
  if (options.accept.length > 0) {
    const accepted = accept(loaded, planned.review.differences, options.accept, planned.stack, io);
    return accepted === undefined ? ExitCode.FINDINGS : review(accepted, { ...options, accept: [] }, io);
  }
  const explained = options.apply ? [] : explain(loaded, planned.review, io);
  const props = { environment: name, stack: planned.stack, review: planned.review, explained, rescues: lost };
  io.stdout.write(reviewTable(props, colorsFor(io)));
  if (lost.length > 0) {
    io.stderr.write("Nothing is applied: an adoption destroys nothing.\n");
    return ExitCode.FINDINGS;
  }
  if (options.apply) return apply(planned, mapping, io);
  if (planned.review.imports.size + planned.review.moves.size === 0) return ExitCode.OK;
  io.stdout.write(`\nTo apply this and nothing else: npm run adopt -- ${name} --apply\n`);
  return ExitCode.FINDINGS;
}

function accept(
  loaded: LoadedEnvironment,
  differences: readonly Difference[],
  names: readonly string[],
  stack: string,
  io: Io,
): LoadedEnvironment | undefined {
  const reported = differences.map((each) => ({ ...each, ways: {}, done: undefined, ignored: undefined }));
  const report = { environment: loaded.environment.name, sources: [stack], differences: reported, notices: [] };
  return acceptDifferences({ names, report, loaded, io });
}
