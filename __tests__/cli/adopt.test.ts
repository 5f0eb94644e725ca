import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";
import { type MadeChange, madePlan } from "../support/drift";

const NAME = "adoption/demo.json";
const resource = (address: string, id: string | null) => ({ address, id });

/** A project with a mapping of demo, and a Terraform whose plan says this. */
function project(resources: readonly object[] | undefined, planned: readonly MadeChange[] = []) {
  const made = new Project();
  mkdirSync(join(made.directory, "adoption"));
  if (resources !== undefined) made.write(NAME, { version: 1, environment: "demo", resources });
  const show = JSON.stringify(madePlan({ planned, code: { "aws_lb.ingress": { name: { constant_value: "demo" } } } }));
  const version = JSON.stringify({ terraform_version: "1.11.4" });
  const PATH = made.pathWithTerraform({ version: { text: version }, show: { text: show } });
  const env = { PATH, BALLAST_MODE: "sandbox", BALLAST_SANDBOX: join(made.directory, "sandbox") };
  const calls = (): readonly string[] => {
    const file = join(made.directory, "calls");
    const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n") : [];
    return lines.map((line) => JSON.parse(line).args[0]);
  };
  return { made, calls, run: (...args: readonly string[]) => made.run(["adopt", ...args], { env }) };
}

const LOST: MadeChange = {
  address: "aws_lb.ingress",
  before: { name: "acme" },
  after: { name: "demo" },
  actions: ["delete", "create"],
  replace_paths: [["name"]],
  importing: { id: "arn" },
};

describe("adopt", () => {
  test("applies nothing that would replace something, though it is told to", async () => {
    const { run, calls } = project([resource("aws_lb.ingress", "arn")], [LOST]);
    const { exitCode, stdout, stderr } = await run("demo", "--apply");
    expect(exitCode).toBe(1);
    expect(stdout).toContain('keep     adopted["aws_lb.ingress"].name: "acme"');
    expect(stdout).toContain("demo-platform: import 1, add 0, change 0, destroy 1");
    expect(stderr).toContain("Nothing is applied");
    expect(calls()).toEqual(["version", "init", "plan", "show"]);
  });

  test("keeps a name in the environment's file, and plans again", async () => {
    const { run, made, calls } = project([resource("aws_lb.ingress", "arn")], [LOST]);
    const path = made.write("mine.ts", readFileSync(join(__dirname, "../../src/environments/demo.ts"), "utf8"));
    const { stdout } = await run(path, "--keep");
    const edited = readFileSync(path, "utf8");
    expect(edited).toContain('  adopted: { "aws_lb.ingress": { name: "acme" } },\n};\n');
    expect(stdout).toContain('+  adopted: { "aws_lb.ingress": { name: "acme" } },');
    expect(calls().filter((call) => call === "plan")).toHaveLength(2);
    const taken = join(made.directory, ".ballast/adopt/demo/sandbox/stacks/demo-platform/cdk.tf.json");
    const { import: blocks, resource: resources } = JSON.parse(readFileSync(taken, "utf8"));
    expect(blocks).toEqual([{ id: "arn", to: "aws_lb.ingress" }]);
    expect(resources.aws_lb.ingress.name).toBe("acme");
  });

  test("waits for a person where something is open", async () => {
    const { run, calls } = project([resource("aws_lb.ingress", null)]);
    const { exitCode, stderr } = await run("demo");
    expect(exitCode).toBe(1);
    expect(stderr).toContain("decide about aws_lb.ingress");
    expect(calls()).toEqual([]);
  });

  test.each([
    ["an address that no stack has", [resource("aws_lb.ingres", "arn")], ["demo"], "did you mean aws_lb.ingress?"],
    ["no mapping to apply", undefined, ["demo", "--apply"], "there is no adoption/demo.json yet"],
    ["a mapping that isn't one", [{ address: "ingress" }], ["demo"], "resources[0].address"],
  ])("%s ends with 2, and nothing is written", async (_, resources, args, message) => {
    const { run, calls, made } = project(resources);
    const before = existsSync(join(made.directory, NAME)) ? readFileSync(join(made.directory, NAME), "utf8") : "";
    const { exitCode, stderr } = await run(...args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(message);
    expect(calls()).not.toContain("apply");
    expect(existsSync(join(made.directory, NAME)) ? readFileSync(join(made.directory, NAME), "utf8") : "").toBe(before);
  });

  test("the offline mode ends with 2", async () => {
    const { exitCode, stderr } = await new Project().run(["adopt", "demo"]);
    expect([exitCode, stderr]).toEqual([2, expect.stringContaining("BALLAST_MODE: got offline")]);
  });
});
