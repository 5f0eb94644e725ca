import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Aws, awsAt } from "../../src/sandbox/client";
import { controlOf, type GatewayControl, startSandbox, stopSandbox } from "../../src/sandbox/sandbox";

/** A sandbox of a test's own: a folder and a port that nobody else has. */
export interface TestSandbox {
  readonly folder: string;
  readonly endpoint: string;
  readonly control: GatewayControl;
  readonly aws: Aws;
  /** What a command line or a Terraform needs to come here. */
  readonly env: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Starts one; `stop` ends its processes and removes its folder. */
export async function testSandbox(): Promise<TestSandbox> {
  const parent = mkdtempSync(join(tmpdir(), "ballast-sandbox-"));
  const folder = join(parent, "sandbox");
  const { endpoint } = await startSandbox({ folder, port: 0 });
  return {
    folder,
    endpoint,
    control: controlOf(endpoint),
    aws: awsAt(endpoint),
    env: {
      ...process.env,
      BALLAST_MODE: "sandbox",
      BALLAST_SANDBOX: folder,
      // The provider's start is most of what a command of Terraform's costs, and a third of that is collecting garbage.
      GOGC: "400",
    },
    stop: async () => {
      await stopSandbox(folder);
      rmSync(parent, { recursive: true, force: true });
    },
  };
}
