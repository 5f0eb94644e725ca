import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Project } from "../support/command-line";
import { madePlan, recordedPlan } from "../support/drift";
import { sarifProblems } from "../support/sarif";

const service = { name: "web", desired_count: 6 };
const drifted = madePlan({
  drift: [{ address: "aws_lb.ingress", before: { idle_timeout: 60 }, after: { idle_timeout: 4000 } }],
  planned: [{ address: "aws_lb.ingress", before: { idle_timeout: 4000 }, after: { idle_timeout: 60 } }],
  code: { "aws_lb.ingress": { idle_timeout: { constant_value: 60 } } },
});
const clean = madePlan({ planned: [{ address: "aws_ecs_service.web", before: service, after: service }] });

describe("drift --plan", () => {
  test.each([
    ["1 where somebody has to decide", drifted, 1, "1 drifted in plan.json"],
    ["0 where nothing differs", clean, 0, "no drift in plan.json"],
    ["0 where all is controlled", recordedPlan("controlled"), 0, "2 controlled in plan.json"],
  ])("ends with %s", async (_, plan, exitCode, text) => {
    const project = new Project();
    project.write("plan.json", plan);
    const ended = await project.run(["drift", "--plan", "plan.json"]);
    expect(ended).toMatchObject({ exitCode, stderr: "" });
    expect(ended.stdout).toContain(text);
  });

  test("the table fits 80 columns, and its commands can be pasted", async () => {
    const project = new Project();
    project.write("plan.json", recordedPlan("by-hand"));
    const { stdout } = await project.run(["drift", "--plan", "plan.json"]);
    // An address or an ARN can't be broken.
    const long = stdout.split("\n").filter((line) => line.length > 80 && line.trim().includes(" "));
    expect(long).toEqual([]);
    expect(stdout.replaceAll(/ \\\n +/g, " ")).toContain("terraform apply -target=aws_security_group.load_balancer\n");
  });

  test("the report is kept as JSON", async () => {
    const project = new Project();
    project.write("plan.json", drifted);
    const { stdout } = await project.run(["drift", "--plan", "plan.json", "--format", "json"]);
    const kept = readFileSync(join(project.directory, "report/drift.json"), "utf8");
    expect(kept).toBe(stdout);
    expect(JSON.parse(kept)).toMatchObject({
      version: 1,
      verdict: "drift",
      differences: [{ class: "drifted", before: 60, after: 4000, ways: { reject: { command: "terraform apply" } } }],
    });
  });

  test("what is ignored for a while ends with 0, until its last day", async () => {
    const project = new Project();
    project.write("plan.json", drifted);
    const entry = { address: "aws_lb.*", reason: "looked into until Friday" };
    project.write("drift.exemptions.json", [{ ...entry, expires: "2999-01-01" }]);
    const ignored = await project.run(["drift", "--plan", "plan.json", "--format", "sarif"]);
    expect(ignored.exitCode).toBe(0);
    expect(sarifProblems(JSON.parse(ignored.stdout))).toEqual([]);
    expect(JSON.parse(ignored.stdout).runs[0].results[0].suppressions[0].justification).toContain("until Friday");
    project.write("drift.exemptions.json", [{ ...entry, expires: "2020-01-01" }]);
    const past = await project.run(["drift", "--plan", "plan.json"]);
    expect(past.exitCode).toBe(1);
    expect(past.stdout).toContain("ended on 2020-01-01");
  });

  test("with an environment, its lifecycles and its commands go with the plan", async () => {
    const project = new Project();
    const address = "aws_ecs_service.web";
    const plan = madePlan({
      drift: [{ address, before: service, after: { ...service, desired_count: 9 } }],
      planned: [
        { address, before: { ...service, desired_count: 9 }, after: { ...service, desired_count: 9 } },
        { address: "aws_lb.ingress", before: { idle_timeout: 4000 }, after: { idle_timeout: 60 } },
      ],
    });
    project.write("plan.json", plan);
    const { stdout, exitCode } = await project.run(["drift", "demo", "--plan", "plan.json", "--format", "json"]);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      environment: "demo",
      sources: ["demo-platform"],
      differences: [
        {
          class: "unapplied",
          ways: { apply: { command: "BALLAST_MODE=aws BALLAST_ENVIRONMENT=demo npx cdktf deploy demo-platform" } },
        },
        { class: "controlled", address },
      ],
    });
  });

  test.each([
    ["neither an environment nor a plan", ["drift"], {}, "give an environment, or a plan by --plan"],
    ["the offline mode", ["drift", "demo"], {}, "BALLAST_MODE: got offline"],
    ["a configuration", ["drift", "--plan", "cdk.tf.json"], {}, "knows nothing of what is deployed"],
    ["a plan that isn't there", ["drift", "--plan", "nowhere.json"], {}, "no such file"],
    ["a plan of something else", ["drift", "demo", "--plan", "other.json"], {}, "no resource of it is demo's"],
    ["a plan of -refresh-only", ["drift", "--plan", "refreshed.json"], {}, "-refresh-only"],
    ["exemptions without a last day", ["drift", "--plan", "plan.json", "--exemptions", "mine.json"], {}, "[0].expires"],
  ])("%s ends with 2 and one message", async (_, args, env, message) => {
    const project = new Project();
    project.write("plan.json", drifted);
    project.write("cdk.tf.json", { resource: { aws_vpc: { a: {} } } });
    project.write("other.json", madePlan({ planned: [{ address: "aws_vpc.x", before: {}, after: {} }] }));
    project.write("refreshed.json", recordedPlan("refresh-only"));
    project.write("mine.json", [{ address: "*", reason: "because we can" }]);
    const { exitCode, stderr, stdout } = await project.run(args, { env: { PATH: "", ...env } });
    expect([exitCode, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(message);
    expect(stderr.trim().split("\n")).toHaveLength(1);
  });
});
