import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadEnvironments } from "../../src/environments/load";
import { buildApp } from "../../src/stacks/synthesize";
import { attachValidation, type Judge } from "../../src/stacks/validation";

const environments = loadEnvironments({ selector: "demo", mode: "offline" });
const outdir = mkdtempSync(join(tmpdir(), "ballast-validation-"));
afterAll(() => rmSync(outdir, { recursive: true }));

function synthesize(judge: Judge): void {
  const app = buildApp({ environments, mode: "offline", outdir });
  attachValidation(app, judge);
  app.synth();
}

function files(): string[] {
  return readdirSync(outdir, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".json"));
}

describe("a judge's findings", () => {
  test("stop the synthesis of the first stack, whichever stack they are about: nothing is written", () => {
    const findings = ["demo-platform: first", "demo-platform: second"];
    expect(() => synthesize(() => findings)).toThrow(/demo-platform: first\n.*demo-platform: second/);
    expect(files()).toEqual([]);
  });

  test("are asked for once, over all stacks as they will be written", () => {
    const judge = jest.fn<readonly string[], Parameters<Judge>>(() => []);
    synthesize(judge);
    expect(files()).toContain(join("stacks", "demo-platform", "cdk.tf.json"));
    expect(judge).toHaveBeenCalledTimes(1);
    const [documents] = judge.mock.calls[0] ?? [];
    expect([...(documents?.keys() ?? [])].sort()).toEqual(["demo-platform", "demo-state"]);
    expect(documents?.get("demo-platform")).toMatchObject({ resource: { aws_ecs_cluster: { cluster: {} } } });
  });
});
