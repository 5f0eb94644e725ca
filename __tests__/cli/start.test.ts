import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Io } from "../../src/cli/io";
import { quickStress } from "../../src/cli/stress/quick";
import type { Synthesis } from "../../src/cli/synthesis";
import { type Ended, Project } from "../support/command-line";

const mockKnown = new Map<string, Synthesis>();
const mockWritten = ({ documents }: Synthesis, directory: string) => {
  for (const [stack, document] of documents) {
    mkdirSync(join(directory, "stacks", stack), { recursive: true });
    writeFileSync(join(directory, "stacks", stack, "cdk.tf.json"), JSON.stringify(document));
  }
};

// Each environment is synthesized once: what comes of it is the same in each project.
jest.mock("../../src/cli/synthesis", () => ({
  synthesize: (selector: string, io: Io): Synthesis => {
    const key = `${selector} ${io.env.BALLAST_MODE}`;
    const known = mockKnown.get(key);
    if (known !== undefined) {
      const directory = join(io.project, "cdktf.out");
      return { ...known, directory, write: () => mockWritten(known, directory) };
    }
    const first: Synthesis = jest.requireActual("../../src/cli/synthesis").synthesize(selector, io);
    mockKnown.set(key, first);
    return first;
  },
}));
// The stage of the stress suite has tests of its own; here it runs once, in the first of these.
jest.mock("../../src/cli/stress/quick", () => ({
  quickStress: jest.fn(() => ({ status: "ok", note: "as if all held", result: [] })),
}));

/** Escape sequences, carriage returns: whatever isn't a plain line. */
const CONTROL = /(?!\n)\p{Cc}/u;
const VERSION = { text: '{"terraform_version": "1.11.4"}' };
const EMPTY_PLAN = JSON.stringify({
  format_version: "1.2",
  terraform_version: "1.11.4",
  planned_values: { root_module: {} },
  configuration: { root_module: {} },
  resource_changes: [{ address: "aws_lb.a", change: { actions: ["create"] } }],
});
const calls = (project: Project): { args: string[]; env: { [name: string]: string } }[] =>
  readFileSync(join(project.directory, "calls"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("without terraform", () => {
  const project = new Project();
  let ended: Ended;
  beforeAll(async () => {
    jest.mocked(quickStress).mockImplementationOnce(jest.requireActual("../../src/cli/stress/quick").quickStress);
    ended = await project.run(["start"]);
  });

  test("production holds; what couldn't run is skipped, with where to get it", () => {
    const { exitCode, stdout, stderr } = ended;
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^ok +synthesize .* 2 stacks, \d+ resources$/m);
    expect(stdout).toMatch(/^ok +guardrails /m);
    expect(stdout).toMatch(/^ok +stress, one run of each scenario .* \d+ claims hold$/m);
    expect(stdout).toMatch(/^skipped +terraform.*\n +no terraform on the PATH; get it from\s+https:/m);
    expect(exitCode).toBe(0);
    expect(existsSync(join(project.directory, "cdktf.out/stacks/production-platform/cdk.tf.json"))).toBe(true);
  });

  test("what isn't pinned yet is told, not recorded", () => {
    expect(ended.stdout).toContain("npm run ledger -- production");
    expect(existsSync(join(project.directory, "protected.ledger.json"))).toBe(false);
  });

  test("every line fits 80 columns", () => {
    expect(ended.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  test("plain lines on a pipe, progress in a terminal, and neither colours where NO_COLOR is set", async () => {
    const project = new Project();
    expect((await project.run(["start", "demo"])).stdout).not.toMatch(CONTROL);
    expect((await project.run(["start", "demo"], { isTTY: true, env: { CI: "1" } })).stdout).not.toMatch(CONTROL);
    expect((await project.run(["start", "demo"], { isTTY: true, env: {} })).stdout).toContain("\x1b[32mok");
    expect((await project.run(["start", "demo"], { isTTY: true, env: { NO_COLOR: "1" } })).stdout).not.toContain(
      "\x1b[32m",
    );
  });
});

test("a finding ends it with 1, and nothing is written to cdktf.out", async () => {
  const project = new Project();
  project.write("protected.ledger.json", { production: { "production-platform": ["aws_lb.lost"] } });
  const { exitCode, stdout } = await project.run(["start"]);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^failed +guardrails/m);
  expect(stdout).toContain("aws_lb.lost in production-platform");
  expect(existsSync(join(project.directory, "cdktf.out/manifest.json"))).toBe(false);
});

describe("with terraform", () => {
  test("each stack is initialized, validated and planned, and its counts end the summary", async () => {
    const project = new Project();
    const PATH = project.pathWithTerraform({ version: VERSION, show: { text: EMPTY_PLAN } });
    const { stdout } = await project.run(["start", "demo"], { env: { PATH } });
    expect(calls(project).map(({ args }) => args[0])).toEqual([
      "version",
      ...["init", "validate", "plan", "show"],
      ...["init", "validate", "plan", "show"],
    ]);
    expect(stdout).toMatch(/^ +demo-platform: 1 to add, 0 to change, 0 to destroy$/m);
  });

  test("other verdicts on the plan than on the configuration are a failure, each named", async () => {
    const project = new Project();
    const PATH = project.pathWithTerraform({ version: VERSION, show: { text: EMPTY_PLAN } });
    const { exitCode, stdout } = await project.run(["start", "demo"], { env: { PATH } });
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(
      /^ +[\w/-]+: aws_iam_policy\.terraform_boundary is passed in cdk\.tf\.json, not judged in the plan$/m,
    );
    expect(stdout).toMatch(/^ {2}and \d+ more$/m);
  });

  test("offline it never sees the user's credentials, and never asks or calls home", async () => {
    const project = new Project();
    const PATH = project.pathWithTerraform({ version: VERSION, init: { text: "", exitCode: 1 } });
    await project.run(["start", "demo"], { env: { PATH, AWS_PROFILE: "someone", TF_VAR_x: "kept" } });
    const init = calls(project).find(({ args }) => args[0] === "init");
    expect(init?.env).not.toHaveProperty("AWS_PROFILE");
    expect(init?.env).toMatchObject({ CHECKPOINT_DISABLE: "1", TF_INPUT: "0", TF_VAR_x: "kept" });
    expect(init?.args).toContain("-input=false");
    // Terraform complains about a cache that isn't there.
    expect(existsSync(init?.env.TF_PLUGIN_CACHE_DIR ?? "")).toBe(true);
  });

  test("a provider that can't be had is a skip with its reason, not a failure", async () => {
    const project = new Project();
    const text = `
Error: Failed to query available provider packages

Could not retrieve the list of available versions for provider hashicorp/aws:
could not connect to registry.terraform.io: no such host

To see which modules are currently depending on hashicorp/aws
`;
    const PATH = project.pathWithTerraform({ version: VERSION, init: { text, exitCode: 1 } });
    const { exitCode, stdout } = await project.run(["start", "demo"], { env: { PATH } });
    expect(exitCode).toBe(0);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain(
      "(could not connect to registry.terraform.io: no such host); it comes from",
    );
  });

  test("any other failure is one, with all that terraform said", async () => {
    const project = new Project();
    const PATH = project.pathWithTerraform({
      version: VERSION,
      validate: { text: "Error: bad\n\non line 1", exitCode: 1 },
    });
    const { exitCode, stdout } = await project.run(["start", "demo"], { env: { PATH } });
    expect(exitCode).toBe(1);
    expect(stdout).toContain("Error: bad\n\non line 1");
    expect(calls(project).some(({ args }) => args[0] === "plan")).toBe(false);
  });

  test("one that is too old is skipped", async () => {
    const project = new Project();
    const PATH = project.pathWithTerraform({ version: { text: '{"terraform_version": "1.9.8"}' } });
    const { exitCode, stdout } = await project.run(["start", "demo"], { env: { PATH } });
    expect(exitCode).toBe(0);
    expect(stdout).toContain("terraform 1.9.8 is too old, 1.11.0 is needed");
  });

  test("in sandbox mode the backend is left alone and nothing is planned", async () => {
    const project = new Project();
    const PATH = project.pathWithTerraform({ version: VERSION });
    const { exitCode, stdout } = await project.run(["start", "demo"], { env: { PATH, BALLAST_MODE: "sandbox" } });
    expect(exitCode).toBe(0);
    expect(calls(project).map(({ args }) => args[0])).not.toContain("plan");
    expect(calls(project).find(({ args }) => args[0] === "init")?.args).toContain("-backend=false");
    expect(stdout).toContain("npx cdktf plan demo-platform");
  });
});
