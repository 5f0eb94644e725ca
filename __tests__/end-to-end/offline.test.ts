import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWith, TERRAFORM } from "../support/tools";

interface PlanJson {
  readonly resource_changes: readonly {
    readonly mode: string;
    readonly change: { readonly actions: readonly string[] };
  }[];
  readonly prior_state?: unknown;
}

describeWith("production, offline, with the real Terraform", [TERRAFORM], () => {
  const outdir = mkdtempSync(join(tmpdir(), "ballast-offline-"));
  const env = {
    ...process.env,
    BALLAST_ENVIRONMENT: "production",
    CDKTF_OUTDIR: outdir,
    AWS_ACCESS_KEY_ID: "nonsense",
    AWS_SECRET_ACCESS_KEY: "nonsense",
    AWS_REGION: "xx-nowhere-1",
  };
  const run = (cwd: string, command: string, ...args: readonly string[]): string =>
    execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 2 ** 28 });

  beforeAll(() => {
    run(process.cwd(), process.execPath, "--require", "./typescript.cjs", "main.ts");
  });

  test.each([
    ["production-platform", 70],
    ["production-state", 10],
  ])("%s validates without a warning, and plans without reading anything", (stack, fewest) => {
    const directory = join(outdir, "stacks", stack);
    run(directory, "terraform", "init", "-input=false");
    expect(JSON.parse(run(directory, "terraform", "validate", "-json"))).toMatchObject({
      valid: true,
      warning_count: 0,
    });
    run(directory, "terraform", "plan", "-input=false", "-out=plan.tfplan");
    const plan: PlanJson = JSON.parse(run(directory, "terraform", "show", "-json", "plan.tfplan"));
    expect(plan.resource_changes.length).toBeGreaterThanOrEqual(fewest);
    expect(new Set(plan.resource_changes.map(({ mode }) => mode))).toEqual(new Set(["managed"]));
    expect(new Set(plan.resource_changes.flatMap(({ change }) => change.actions))).toEqual(new Set(["create"]));
  });
});

describe("CDKTF's own commands", () => {
  const project = mkdtempSync(join(tmpdir(), "ballast-cdktf-"));
  const cdktf = (...args: readonly string[]): string =>
    execFileSync("npx", ["cdktf", ...args], {
      env: { ...process.env, CI: "true", CHECKPOINT_DISABLE: "1" },
      encoding: "utf8",
      stdio: ["ignore", "pipe", "pipe"],
    });

  test("cdktf list names both stacks of each environment", () => {
    const listed = cdktf("list", "--output", project);
    for (const environment of ["demo", "production", "staging"]) {
      expect(listed).toContain(`${environment}-platform`);
      expect(listed).toContain(`${environment}-state`);
    }
  });

  test("cdktf synth writes the same bytes twice", () => {
    const stack = join("stacks", "production-platform", "cdk.tf.json");
    const [first, second] = [join(project, "first"), join(project, "second")];
    cdktf("synth", "--output", first);
    cpSync(first, second, { recursive: true });
    cdktf("synth", "--output", first);
    expect(execFileSync("cmp", [join(first, stack), join(second, stack)], { encoding: "utf8" })).toBe("");
  });
});
