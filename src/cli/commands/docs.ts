import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Command } from "commander";
import { ADOPTION_SCHEMA, adoptionSchema } from "../../adopt/mapping";
import { PRICES_SCHEMA, pricesSchema } from "../../cost/prices-file";
import { GAME_DAY_RESULTS_SCHEMA, gameDayResultsSchema } from "../../game-day/results";
import { CATALOGUES } from "../../guardrails/standards/standards";
import { RULES } from "../../guardrails/table";
import { COST_SCHEMA, costSchema } from "../../reports/cost-schema";
import { coverageMarkdown } from "../../reports/coverage-markdown";
import { DRIFT_SCHEMA, driftSchema } from "../../reports/drift-schema";
import { GUARDRAILS_SCHEMA, guardrailsSchema } from "../../reports/guardrails-schema";
import { metricsMarkdown } from "../../reports/metrics-markdown";
import { permissionsMarkdown } from "../../reports/permissions-markdown";
import { PREFLIGHT_SCHEMA, preflightSchema } from "../../reports/preflight-schema";
import { rulesMarkdown } from "../../reports/rules-markdown";
import { STRESS_SCHEMA, stressSchema } from "../../reports/stress-schema";
import { ExitCode } from "../exit-code";
import { writeAtomically } from "../files";
import type { Io } from "../io";
import { synthesize } from "../synthesis";

/** The environment whose permissions are written down: it has all that there is. */
const ENVIRONMENT = "production";

/** What is generated: text by path in the project. */
function documents(io: Io): ReadonlyMap<string, string> {
  // Offline, whatever is set: no mode changes a policy, and another one asks for an account.
  const { plans } = synthesize(ENVIRONMENT, { ...io, env: {} });
  // What runs comes before what deploys it.
  const platformFirst = [...plans.values()].reverse();
  return new Map([
    ["docs/rules.md", rulesMarkdown(RULES)],
    ["docs/coverage.md", coverageMarkdown(CATALOGUES, RULES)],
    ["docs/permissions.md", permissionsMarkdown(ENVIRONMENT, platformFirst)],
    ["docs/metrics.md", metricsMarkdown()],
    [ADOPTION_SCHEMA, adoptionSchema()],
    [DRIFT_SCHEMA, driftSchema()],
    [GUARDRAILS_SCHEMA, guardrailsSchema()],
    [STRESS_SCHEMA, stressSchema()],
    [COST_SCHEMA, costSchema()],
    [PRICES_SCHEMA, pricesSchema()],
    [GAME_DAY_RESULTS_SCHEMA, gameDayResultsSchema()],
    [PREFLIGHT_SCHEMA, preflightSchema()],
  ]);
}

export function configure(command: Command): void {
  command
    .option("--check", "write nothing; exit 1 if a document differs from the code", false)
    .addHelpText("after", "\nExit codes: 0 up to date, 1 it isn't, 2 bad input.");
}

export async function run(command: Command, io: Io): Promise<ExitCode> {
  const { check } = command.opts<{ check: boolean }>();
  let exitCode: ExitCode = ExitCode.OK;
  for (const [name, text] of documents(io)) {
    const path = join(io.project, name);
    if (existsSync(path) && readFileSync(path, "utf8") === text) {
      io.stdout.write(`${name} is up to date\n`);
    } else if (check) {
      io.stderr.write(`${name} differs from the code; write it: npm run docs\n`);
      exitCode = ExitCode.FINDINGS;
    } else {
      writeAtomically(path, text);
      io.stdout.write(`${name} is written; commit it\n`);
    }
  }
  return exitCode;
}
