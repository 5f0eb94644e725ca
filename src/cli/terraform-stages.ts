import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Mode } from "../environments/mode";
import { compareVerdicts } from "../guardrails/compare";
import { RULES } from "../guardrails/table";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/read";
import type { PlanCounts } from "../reports/start-summary";
import { countChanges } from "./plan-counts";
import type { Outcome, Stages } from "./stages";
import { missingProvider, type Terraform, type TerraformResult } from "./terraform";

/** Differences that are shown: enough to see what they have in common. */
const MAX_DETAILS = 20;

export interface TerraformStagesProps {
  readonly stages: Stages;
  readonly terraform: Terraform;
  readonly mode: Mode;
  readonly stack: string;
  /** Folder of the stack. */
  readonly directory: string;
  /** What was read of its `cdk.tf.json`. */
  readonly configuration: Plan;
}

/** What Terraform says of one stack; gives the counts of its plan, if it planned. */
export async function terraformStages(props: TerraformStagesProps): Promise<PlanCounts | undefined> {
  const { stages, terraform, mode, stack, directory, configuration } = props;
  const run = (...args: readonly string[]) => terraform.run(directory, ...args, "-no-color");

  const isReady = await stages.run(`terraform init ${stack}`, async () => {
    // A folder may still hold another mode's backend; only offline has one that can be had without AWS.
    const init = await run("init", "-input=false", mode === "offline" ? "-reconfigure" : "-backend=false");
    const missing = missingProvider(init.output);
    return missing === undefined
      ? outcomeOf(init)
      : { status: "skipped", note: withoutProvider(missing), result: false };
  });
  if (!isReady) return undefined;
  const isValid = await stages.run(`terraform validate ${stack}`, async () => outcomeOf(await run("validate")));
  if (!isValid) return undefined;

  const planned = await stages.run(`terraform plan ${stack}`, async () => {
    if (mode !== "offline") {
      const note = `not in ${mode} mode; to plan there: npx cdktf plan ${stack}`;
      return { status: "skipped", note, result: undefined };
    }
    const plan = await run("plan", "-input=false", "-out=plan.tfplan");
    if (plan.exitCode !== 0) return { ...outcomeOf(plan), result: undefined };
    const show = await run("show", "-json", "plan.tfplan");
    if (show.exitCode !== 0) return { ...outcomeOf(show), result: undefined };
    writeFileSync(join(directory, "plan.json"), show.stdout);
    const document: unknown = JSON.parse(show.stdout);
    const counts = countChanges(document);
    return { status: "ok", note: `${counts.add} to add`, result: { document, counts } };
  });
  if (planned === undefined) return undefined;

  await stages.run(`guardrails again ${stack}`, () => sameVerdicts(configuration, readPlan(planned.document)));
  return planned.counts;
}

/** The plan must be judged as its configuration was, or one of the two readings is wrong. */
function sameVerdicts(configuration: Plan, plan: Plan): Outcome<undefined> {
  const differences = compareVerdicts(configuration, plan, RULES);
  if (differences.length === 0) return { status: "ok", note: "same verdicts", result: undefined };
  const details = differences.slice(0, MAX_DETAILS).map(({ rule, address, ...verdicts }) => {
    const { configuration: before = "not judged", plan: after = "not judged" } = verdicts;
    return `  ${rule}: ${address} is ${before} in cdk.tf.json, ${after} in the plan`;
  });
  if (differences.length > MAX_DETAILS) details.push(`  and ${differences.length - MAX_DETAILS} more`);
  const note = `${differences.length} other verdicts`;
  return { status: "failed", note, details: details.join("\n"), result: undefined };
}

function outcomeOf({ exitCode, output }: TerraformResult): Outcome<boolean> {
  return exitCode === 0
    ? { status: "ok", note: "", result: true }
    : { status: "failed", note: "", details: output, result: false };
}

function withoutProvider(reason: string): string {
  return `the AWS provider can't be had (${reason}); it comes from registry.terraform.io, or from a mirror that TF_CLI_CONFIG_FILE names`;
}
