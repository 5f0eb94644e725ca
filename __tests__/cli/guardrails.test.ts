import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";
import { PROTECTED, platformDocument } from "../support/platform-document";

const network = { aws_vpc: { network: {} } };
const kept = platformDocument({ resource: { aws_lb: { public: { ...PROTECTED, drop_invalid_header_fields: true } } } });
const broken = platformDocument({ resource: { ...network } });

test("a plan with findings ends with 1 and names the rule and the address", async () => {
  const project = new Project();
  const plan = project.write("cdk.tf.json", broken);
  const { exitCode, stdout } = await project.run(["guardrails", "--plan", plan]);
  expect(exitCode).toBe(1);
  expect(stdout).toContain("network/flow-logs");
  expect(stdout).toContain("aws_vpc.network in production-platform");
});

test("a plan's path is relative to where the command is called", async () => {
  const project = new Project();
  project.write("cdk.tf.json", broken);
  mkdirSync(join(project.directory, "inside"));
  const { stdout } = await project.run(["guardrails", "--plan", "../cdk.tf.json"], {
    cwd: join(project.directory, "inside"),
  });
  expect(stdout).toContain("network/flow-logs");
});

test("a file that begins with a byte order mark is read like any other, its stack's name too", async () => {
  const project = new Project();
  const plan = project.write("cdk.tf.json", `\uFEFF${JSON.stringify(broken)}`);
  const { stdout } = await project.run(["guardrails", "--plan", plan]);
  expect(stdout).toContain("aws_vpc.network in production-platform");
});

test("a machine format has stdout for itself", async () => {
  const project = new Project();
  project.write("cdk.tf.json", broken);
  const { stdout } = await project.run(["guardrails", "--plan", "cdk.tf.json", "--format", "json"], { isTTY: true });
  expect(JSON.parse(stdout)).toMatchObject({ version: 1, verdict: "failed", sources: ["production-platform"] });
});

test("the report is kept as JSON, whatever is printed", async () => {
  const project = new Project();
  project.write("cdk.tf.json", broken);
  await project.run(["guardrails", "--plan", "cdk.tf.json", "--format", "markdown"]);
  const text = readFileSync(join(project.directory, "report/guardrails.json"), "utf8");
  expect(JSON.parse(text)).toMatchObject({ verdict: "failed" });
});

test("exemptions waive, and end the command with 0 where nothing else is found", async () => {
  const project = new Project();
  project.write("cdk.tf.json", broken);
  const { stdout } = await project.run(["guardrails", "--plan", "cdk.tf.json", "--format", "json"]);
  const { findings }: { findings: { rule: string; address: string }[] } = JSON.parse(stdout);
  const reason = { reason: "a test of the exemptions", permanentBecause: "tests are for ever" };
  const exemptions = findings.map(({ rule, address }) => ({ rule, address, ...reason }));
  project.write("mine.json", exemptions);
  expect(await project.run(["guardrails", "--plan", "cdk.tf.json", "--exemptions", "mine.json"])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("network/flow-logs"),
  });
});

test("the ledger is asked for the stack that a file says it is", async () => {
  const project = new Project();
  project.write("cdk.tf.json", kept);
  project.write("protected.ledger.json", { production: { "production-platform": ["aws_lb.public", "aws_lb.lost"] } });
  const { exitCode, stdout } = await project.run(["guardrails", "--plan", "cdk.tf.json", "--format", "json"]);
  expect(exitCode).toBe(1);
  const { findings }: { findings: { rule: string; address: string }[] } = JSON.parse(stdout);
  expect(findings.filter(({ rule }) => rule === "ledger/pinned")).toMatchObject([{ address: "aws_lb.lost" }]);
});

test("an environment is judged whole, without a file being written but the report", async () => {
  const project = new Project();
  const { stdout } = await project.run(["guardrails", "demo", "--format", "json"]);
  expect(JSON.parse(stdout)).toMatchObject({ sources: ["demo-state", "demo-platform"] });
  expect(() => readFileSync(join(project.directory, "cdktf.out/manifest.json"))).toThrow("ENOENT");
});
