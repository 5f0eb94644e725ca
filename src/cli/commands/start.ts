import { join } from "node:path";
import type { Command } from "commander";
import { judgeProject } from "../../guardrails/judge-project";
import { compareLedger, LEDGER_FILE, protectedAddresses } from "../../guardrails/ledger";
import { readLedger } from "../../guardrails/settings";
import type { Plan } from "../../plan/plan";
import { guardrailsJson } from "../../reports/guardrails-json";
import { guardrailsTable } from "../../reports/guardrails-table";
import { type PlanCounts, startSummary } from "../../reports/start-summary";
import { count } from "../../reports/text";
import { ExitCode } from "../exit-code";
import { shownPath, writeReport } from "../files";
import type { Io } from "../io";
import { colorsFor } from "../output";
import { Stages } from "../stages";
import { quickStress } from "../stress/quick";
import { synthesize } from "../synthesis";
import { Terraform } from "../terraform";
import { terraformStages } from "../terraform-stages";

export function configure(command: Command): void {
  command.argument("[environment]", "name of an environment, or path of its file", "production").addHelpText(
    "after",
    `
Synthesizes into cdktf.out/, judges by the guardrails, runs each scenario of the
stress suite once and, with terraform on the PATH, init, validate and a plan
that needs no AWS account.

BALLAST_MODE is offline (default), sandbox or aws. Only offline is planned here:
in the other two, init leaves the backend alone, and the plan is skipped.

Exit codes: 0 all that ran held (a skipped stage isn't counted), 1 a finding or
a failed stage, 2 bad input; nothing is written then.`,
  );
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const stages = new Stages(io);
  const colors = colorsFor(io);

  const { environment, mode, plans, directory, write } = await stages.run("synthesize", () => {
    const synthesis = synthesize(command.processedArgs[0], io);
    const resources = [...synthesis.plans.values()].reduce((sum, plan) => sum + plan.resources().length, 0);
    return { status: "ok", note: `${count(synthesis.plans.size, "stack")}, ${resources} resources`, result: synthesis };
  });
  const report = await stages.run("guardrails", () => {
    const result = judgeProject({ directory: io.project, plans, whole: true });
    const { findings, rules } = result;
    if (findings.length > 0) return { status: "failed", note: count(findings.length, "finding"), result };
    return { status: "ok", note: `${count(rules.kept, "rule")} kept`, result };
  });
  const reportFile = writeReport(io, "guardrails.json", guardrailsJson(report));
  if (!stages.hold) {
    io.stdout.write(`\n${guardrailsTable(report, colors)}\nNothing was written to cdktf.out/.\n`);
    return ExitCode.FINDINGS;
  }
  await stages.run("write", () => {
    write();
    return { status: "ok", note: shownPath(io, directory), result: undefined };
  });

  const stressed = await stages.run("stress, one run of each scenario", () => quickStress({ environment, plans }, io));

  const counts = new Map<string, PlanCounts>();
  const terraform = new Terraform(io, mode);
  const unusable = await terraform.unusable();
  if (unusable === undefined) {
    for (const [stack, configuration] of plans) {
      const folder = join(directory, "stacks", stack);
      const planned = await terraformStages({ stages, terraform, mode, stack, directory: folder, configuration });
      if (planned !== undefined) counts.set(stack, planned);
    }
  } else {
    const skipped = { status: "skipped", note: unusable, result: undefined } as const;
    await stages.run("terraform init, validate, plan", () => skipped);
  }

  const all = [...plans.values()];
  io.stdout.write(
    startSummary(
      {
        types: all.flatMap((plan) => plan.resources().map(({ type }) => type)),
        protectedAddresses: all.flatMap(protectedAddresses),
        disposable: all.some(({ disposable }) => disposable),
        report,
        ledger: unrecorded(environment, plans, io),
        plans: counts,
        files: [...writtenFiles(directory, counts.size > 0), reportFile, ...stressed].map((path) =>
          shownPath(io, path),
        ),
      },
      colors,
    ),
  );
  return stages.hold ? ExitCode.OK : ExitCode.FINDINGS;
}

function writtenFiles(directory: string, isPlanned: boolean): readonly string[] {
  return ["cdk.tf.json", ...(isPlanned ? ["plan.json"] : [])].map((name) => join(directory, "stacks", "*", name));
}

/** What is protected and not pinned yet: no finding, since a new address is nothing lost. */
function unrecorded(environment: string, plans: ReadonlyMap<string, Plan>, io: Io): readonly string[] {
  const entries = readLedger(join(io.project, LEDGER_FILE))[environment] ?? {};
  const addresses = compareLedger(entries, plans).unrecorded.map(({ address }) => address);
  if (addresses.length === 0) return [];
  return [`not pinned yet: ${addresses.join(", ")}`, `pin them: npm run ledger -- ${environment}`];
}
