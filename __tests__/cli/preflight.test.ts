import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020";
import { createColors } from "picocolors";
import type { PreflightReport } from "../../src/preflight/run";
import { preflightJson } from "../../src/reports/preflight-json";
import { preflightTable } from "../../src/reports/preflight-table";
import { Project } from "../support/command-line";

test.each([
  ["offline", ["production"], {}, "BALLAST_MODE: got offline, which never reaches AWS; set it to aws, or to sandbox"],
  ["an environment that isn't there", ["producton"], { BALLAST_MODE: "sandbox" }, 'did you mean "production"'],
  [
    "no sandbox",
    ["demo"],
    { BALLAST_MODE: "sandbox" },
    "the sandbox at http://127.0.0.1:1 doesn't say who the caller is",
  ],
  ["no environment", [], { BALLAST_MODE: "sandbox" }, "missing required argument 'environment'"],
])("%s is refused in one message", async (_, args, env, message) => {
  const project = new Project();
  project.write("sandbox.json", { endpoint: "http://127.0.0.1:1" });
  const variables = { PATH: "", BALLAST_SANDBOX: project.directory, ...env };
  const { exitCode, stderr, stdout } = await project.run(["preflight", ...args], { env: variables });
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toContain(message);
  expect(stderr).not.toContain("    at ");
});

const report: PreflightReport = {
  environment: "demo",
  accountId: "000000000000",
  region: "us-east-1",
  as: "arn:aws:sts::000000000000:assumed-role/demo-terraform-apply/ballast-demo",
  checks: [
    { id: "terraform", title: "Terraform is there, and new enough", said: [] },
    {
      id: "quotas",
      title: "The quotas hold what the environment may grow to",
      said: [
        { status: "problem", subject: "VPCs", found: "the quota is 5", fix: `aws service-quotas ${"x".repeat(90)}` },
      ],
    },
    {
      id: "images",
      title: "The images are there, for the instances' architecture",
      said: [{ status: "unknown", subject: "demo", found: "couldn't be asked: AccessDenied" }],
    },
    {
      id: "secrets",
      title: "The secrets are there",
      said: [{ status: "note", subject: "web", found: "not looked at" }],
    },
  ],
};

test("the table has a line for each check, what is wrong below it, and commands in one piece", () => {
  const table = preflightTable(report, createColors(false));
  const lines = table.split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([`         → aws service-quotas ${"x".repeat(90)}`]);
  expect(lines.filter((line) => /^(ok|problem) /.test(line)).map((line) => line.split(" ")[0])).toEqual([
    "ok",
    "problem",
    "problem",
    "ok",
  ]);
  expect(table).toContain("unknown: demo: couldn't be asked");
  expect(table).toContain("2 problems to solve before demo is applied.");
});

test("the published schema holds for the report, and refuses what isn't in it", () => {
  const validate = new Ajv({ strict: true }).compile(
    JSON.parse(readFileSync("docs/schemas/preflight.schema.json", "utf8")),
  );
  const document = JSON.parse(preflightJson(report));
  expect(validate(document)).toBe(true);
  expect(document.verdict).toBe("problems");
  expect(validate({ ...document, verdict: "maybe" })).toBe(false);
});
