import { loadEnvironments, parseMode } from "./src/environments/load";
import { InputError } from "./src/environments/problem";
import { sandboxSite } from "./src/environments/sandbox";
import { parseSession } from "./src/environments/session";
import { judgeDocuments } from "./src/guardrails/judge-project";
import { SettingsError } from "./src/guardrails/settings-error";
import { buildApp } from "./src/stacks/synthesize";
import { attachValidation } from "./src/stacks/validation";

// What `cdktf synth` runs: every environment, or the one that BALLAST_ENVIRONMENT names, in the mode of BALLAST_MODE
// and the role of BALLAST_ROLE.
// Exit codes: 0 synthesized, 1 a guardrail stopped it, 2 bad input.
let findings: readonly string[] = [];
try {
  const mode = parseMode(process.env.BALLAST_MODE);
  const sandbox = mode === "sandbox" ? sandboxSite(process.env, __dirname) : undefined;
  const selector = process.env.BALLAST_ENVIRONMENT;
  const environments = loadEnvironments({ selector, mode, backendFile: sandbox?.backendFile });
  const app = buildApp({ environments, mode, sandbox, session: parseSession(process.env) });
  attachValidation(app, (documents) => {
    findings = judgeDocuments(__dirname, documents);
    return findings;
  });
  app.synth();
} catch (error) {
  const isInput = error instanceof InputError || error instanceof SettingsError;
  if (!isInput && findings.length === 0) throw error;
  console.error(isInput ? error.message : findings.join("\n"));
  process.exitCode = isInput ? 2 : 1;
}
