import { join } from "node:path";
import type { Plan } from "../plan/plan";
import { readPlan } from "../plan/read";
import { judgePlans } from "./engine";
import { EXEMPTIONS_FILE } from "./exemptions";
import { LEDGER_FILE } from "./ledger";
import type { Finding, Report } from "./report";
import { readExemptions, readLedger } from "./settings";
import { RULES } from "./table";

export interface JudgeProjectProps {
  /** Where the project's ledger and exemptions are. */
  readonly directory: string;
  readonly plans: ReadonlyMap<string, Plan>;
  /** Whether the plans are all that their environments have. */
  readonly whole: boolean;
  /** @default - `guardrails.exemptions.json` in the directory */
  readonly exemptionsFile?: string;
}

/**
 * Judges plans by every rule, the project's ledger and its exemptions.
 * @throws SettingsError where one of the two files is malformed
 */
export function judgeProject({ directory, plans, whole, exemptionsFile }: JudgeProjectProps): Report {
  return judgePlans({
    plans,
    rules: RULES,
    exemptions: readExemptions(exemptionsFile ?? join(directory, EXEMPTIONS_FILE), RULES),
    ledger: readLedger(join(directory, LEDGER_FILE)),
    today: new Date().toISOString().slice(0, 10),
    whole,
  });
}

/**
 * What stops a synth: the findings on synthesized stacks, as text.
 * @param documents `cdk.tf.json` by stack: all that the environments have
 * @throws SettingsError where the exemptions or the ledger are malformed
 */
export function judgeDocuments(directory: string, documents: ReadonlyMap<string, unknown>): string[] {
  const plans = new Map([...documents].map(([stack, document]) => [stack, readPlan(document)] as const));
  return judgeProject({ directory, plans, whole: true }).findings.map(describeFinding);
}

function describeFinding({ rule, source, address, detail, fix }: Finding): string {
  return `${[source, address].filter(Boolean).join(": ")}: ${detail}\n  ${rule}: ${fix}`;
}
