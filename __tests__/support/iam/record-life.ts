import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExitCode } from "../../../src/cli/exit-code";
import { processIo } from "../../../src/cli/io";
import { run } from "../../../src/cli/run";
import { testSandbox } from "../sandbox";
import { recordedRoles } from "./recorded-calls";

/**
 * A whole life of an environment under enforcement, in a sandbox of its own, and what Terraform's roles were asked for in
 * it: takes minutes, and writes the fixture that `permissions/recorded-calls.test.ts` looks at.
 *
 *     node --require ./typescript.cjs __tests__/support/iam/record-life.ts demo
 */
async function main(environment: string): Promise<void> {
  const sandbox = await testSandbox();
  const io = { ...processIo(), env: sandbox.env };
  const step = async (expected: ExitCode, ...args: readonly string[]) => {
    process.stdout.write(`== ${args.join(" ")}\n`);
    const exitCode = await run(args, io);
    if (exitCode !== expected) throw new Error(`${args.join(" ")} ended with ${exitCode}, not ${expected}`);
  };
  const enforced = (name: string) => ["sandbox", name, environment, "--enforce"];
  try {
    await step(ExitCode.OK, ...enforced("deploy"));
    await step(ExitCode.OK, ...enforced("plan"));
    // Both stacks, as the role that changes nothing.
    await sandbox.control.enforce("deny");
    await step(ExitCode.OK, "drift", environment);
    await step(ExitCode.OK, ...enforced("drift"));
    await step(ExitCode.OK, ...enforced("deploy"));
    const isDisposable = environment === "demo";
    await step(isDisposable ? ExitCode.OK : ExitCode.FINDINGS, ...enforced("destroy"));
    const roles = recordedRoles(await sandbox.control.calls());
    const note = `Written by __tests__/support/iam/record-life.ts ${environment}: action and resource of what was asked for.`;
    const file = join(__dirname, "../../permissions/fixtures", `terraform-calls.${environment}.json`);
    writeFileSync(file, `${JSON.stringify({ "//": note, ...roles }, null, 2)}\n`);
    for (const [role, { allowed, refused }] of Object.entries(roles)) {
      process.stdout.write(`${role}: ${allowed.length} allowed, refused: ${refused.join(", ") || "none"}\n`);
    }
  } finally {
    await sandbox.stop();
  }
}

main(process.argv[2] ?? "demo").catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
