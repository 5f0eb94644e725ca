import { countsLine } from "../../reports/adopt-table";
import { ExitCode } from "../exit-code";
import type { Io } from "../io";
import { ledgerUpdate } from "../ledger";
import { type AdoptedPlan, type AdoptedPlanProps, adoptedPlan } from "./adopted-plan";

/** Applies the plan that was shown, records the ledger, and plans again: nothing must be left. */
export async function apply(planned: AdoptedPlan, mapping: AdoptedPlanProps["mapping"], io: Io): Promise<ExitCode> {
  const { loaded, stack, directory, terraform, configurations } = planned;
  io.stderr.write(`terraform apply ${stack} …\n`);
  const applied = await terraform.run(directory, "apply", "-input=false", "-no-color", "plan.tfplan");
  if (applied.exitCode !== 0) {
    io.stderr.write(`${applied.output.trim()}\nRepeat the command: it goes on from here.\n`);
    return ExitCode.FINDINGS;
  }
  const { name } = loaded.environment;
  const ledger = ledgerUpdate(name, configurations, { moves: new Map(), removals: [] }, io);
  if (ledger.unnamed.length > 0) io.stderr.write(`The ledger has lost addresses: npm run ledger -- ${name}\n`);
  else if (ledger.changes.length > 0) {
    ledger.write();
    io.stdout.write(`${ledger.changes.join("\n")}\n`);
  }
  const again = await adoptedPlan({ loaded, mapping, role: "plan" }, io);
  const { review } = again;
  const isClean = review.imports.size + review.added.length + review.changed.length + review.lost.length === 0;
  const left = isClean ? "plan again: no changes" : `plan again: ${countsLine(again)} (npm run drift -- ${name})`;
  io.stdout.write(`${countsLine(planned)}: applied.\n${left}\n`);
  if (isClean) io.stdout.write(`adoption/${name}.json has done its work.\n`);
  return isClean ? ExitCode.OK : ExitCode.FINDINGS;
}
