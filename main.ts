import { loadEnvironments, parseMode } from "./src/environments/load";
import { InputError } from "./src/environments/problem";
import { judgeDocuments } from "./src/guardrails/judge-project";
import { SettingsError } from "./src/guardrails/settings-error";
import { buildApp } from "./src/stacks/synthesize";
import { attachValidation } from "./src/stacks/validation";

// What `cdktf synth` runs: every environment, or the one that BALLAST_ENVIRONMENT names, in the mode of BALLAST_MODE.
try {
  const mode = parseMode(process.env.BALLAST_MODE);
  const app = buildApp({ environments: loadEnvironments({ selector: process.env.BALLAST_ENVIRONMENT, mode }), mode });
  attachValidation(app, (documents) => judgeDocuments(__dirname, documents));
  app.synth();
} catch (error) {
  if (!(error instanceof InputError || error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
