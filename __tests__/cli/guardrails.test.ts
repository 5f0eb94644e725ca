import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";
import { PROTECTED, platformDocument } from "../support/platform-document";
import { sarifProblems } from "../support/sarif";

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

describe("without ECS", () => {
  const project = new Project();
  const plan = project.write("network.tf.json", { resource: { aws_vpc: { network: { cidr_block: "10.0.0.0/16" } } } });

  test("a plan ends with 0 and says so, whatever else is found", async () => {
    const { exitCode, stdout } = await project.run(["guardrails", "--plan", plan]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("No ECS cluster in network.tf.json");
    expect(stdout).toContain("network/flow-logs");
  });

  test("the JSON says so too", async () => {
    const { stdout } = await project.run(["guardrails", "--plan", plan, "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ verdict: "no-ecs", clusters: [], inScope: false });
  });
});

describe("SARIF", () => {
  interface Located {
    readonly locations: readonly [
      {
        readonly physicalLocation: {
          readonly artifactLocation: { readonly uri: string };
          readonly region: { readonly startLine: number };
        };
        readonly logicalLocations?: readonly { readonly fullyQualifiedName: string }[];
      },
    ];
  }
  const located = (stdout: string) => {
    const { runs }: { runs: [{ results: Located[] }] } = JSON.parse(stdout);
    return runs[0].results.map(({ locations: [{ physicalLocation, logicalLocations = [] }] }) => ({
      uri: physicalLocation.artifactLocation.uri,
      line: physicalLocation.region.startLine,
      names: logicalLocations.map(({ fullyQualifiedName }) => fullyQualifiedName),
    }));
  };

  test("names the line of a resource in the file that was given", async () => {
    const project = new Project();
    mkdirSync(join(project.directory, "a b"));
    const text = JSON.stringify(broken, undefined, 2);
    project.write("a b/cdk.tf.json", text);
    const { exitCode, stdout } = await project.run(["guardrails", "--plan", "a b/cdk.tf.json", "--format", "sarif"]);
    expect(exitCode).toBe(1);
    const line = text.split("\n").findIndex((written) => written.includes('"network": {')) + 1;
    expect(located(stdout)).toContainEqual({ uri: "a%20b/cdk.tf.json", line, names: ["aws_vpc.network"] });
    expect(sarifProblems(JSON.parse(stdout))).toEqual([]);
  });

  test("names the synthesized file of an environment, as it is written, and the construct", async () => {
    const project = new Project();
    project.write("guardrails.exemptions.json", [
      { rule: "spot/draining", address: "*", reason: "a test of the lines", expires: "2020-01-01" },
    ]);
    const { stdout } = await project.run(["guardrails", "demo", "--format", "sarif"]);
    const found = located(stdout);
    expect(found.filter(({ uri }) => uri === "guardrails.exemptions.json")).toHaveLength(1);
    const waived = found.filter(({ uri }) => uri === "cdktf.out/stacks/demo-platform/cdk.tf.json");
    expect(waived.length).toBeGreaterThan(0);
    // The finding would stop it.
    project.write("guardrails.exemptions.json", []);
    await project.run(["start", "demo"]);
    const written = readFileSync(join(project.directory, "cdktf.out/stacks/demo-platform/cdk.tf.json"), "utf8");
    for (const { line, names } of waived.filter(({ names: [address] }) => address !== undefined)) {
      const [address = "", construct = ""] = names;
      expect(written.split("\n")[line - 1]).toContain(`"${address.split(".")[1]}": {`);
      expect(written).toContain(`"path": "${construct}"`);
    }
  });
});
