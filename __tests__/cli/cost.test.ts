import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { COST_SCHEMA } from "../../src/reports/cost-schema";
import { Project } from "../support/command-line";
import { synthesized } from "../support/synthesized";

const project = new Project();
const run = (...args: readonly string[]) => project.run(["cost", ...args], { env: DAY });
/** Without levers, which take a minute: what compares has none. */
const cost = (...args: readonly string[]) => run(...args, ...(args[0] === "compare" ? [] : ["--no-levers"]));
/** 28 November 2026. */
const DAY = { PATH: "", SOURCE_DATE_EPOCH: "1795867200" };
const json = async (...args: readonly string[]) => JSON.parse((await cost(...args, "--format", "json")).stdout);
const DEMO = project.write("demo.json", synthesized("demo").get("demo-platform") ?? {});
const HEAD = { region: "us-east-1", source: "test", date: "2026-11-28" };

test("JSON follows the published schema, and its lines add up", async () => {
  const report = await json("production", "--budget", "600");
  const schema = JSON.parse(readFileSync(join(__dirname, "../..", COST_SCHEMA), "utf8"));
  const validate = new Ajv2020({ strict: true }).compile(schema);
  validate(report);
  expect(validate.errors).toBeNull();
  const sum = report.floor.lines.reduce((total: number, { amount }: { amount: number }) => total + amount, 0);
  expect(sum).toBeCloseTo(report.floor.perMonth, 8);
  expect(Object.keys(report.floor.lines[0])).toEqual(["item", "quantity", "unit", "unitPrice", "amount", "source"]);
  expect(report.budget).toEqual({ perMonth: 600, isKept: true });
});

test("a table is for people, Markdown for a pull request", async () => {
  const table = await cost("--plan", DEMO);
  expect(table.exitCode).toBe(0);
  expect(table.stdout).toMatch(/^NAT gateways: 2 +1460 h × 0\.045 +65\.70$/m);
  expect(table.stdout).toMatch(/^a month of 730 hours +259\.93$/m);
  expect(Math.max(...table.stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  const markdown = await cost("--plan", DEMO, "--format", "markdown");
  expect(markdown.stdout).toContain("### Cost of demo.json: at least 259.93 USD a month");
  expect(markdown.stdout).toMatch(/^\| NAT gateways: 2 \| 1460 \| h \| 0\.045 \| 65\.70 \| basavytix\.com/m);
});

test("a budget is a gate: 1 where the floor is above it, to the cent", async () => {
  expect((await cost("--plan", DEMO, "--budget", "259.9297")).exitCode).toBe(0);
  const over = await cost("--plan", DEMO, "--budget", "259.92");
  expect(over.exitCode).toBe(1);
  expect(over.stderr).toBe("over the budget of 259.92 USD a month by 0.01\n");
});

test("any plan can be reckoned, and what has no line is named", async () => {
  const document = JSON.parse(JSON.stringify(synthesized("demo").get("demo-platform")));
  document.resource.aws_db_instance = { db: { instance_class: "db.t3.micro" } };
  const plan = project.write("cdk.tf.json", document);
  const { stdout } = await cost("--plan", plan);
  expect(stdout).toContain("aws_db_instance.db: no price of aws_db_instance is known here");
  // The state's stack isn't in it.
  expect(stdout).toMatch(/^KMS keys: 1 /m);
});

test("prices can be given; each line that has one says so", async () => {
  const prices = project.write("prices.json", { ...HEAD, prices: { natGateway: 1 } });
  const report = await json("--plan", DEMO, "--prices", prices);
  const line = report.floor.lines.find(({ item }: { item: string }) => item === "NAT gateways: 2");
  expect(line).toMatchObject({ unitPrice: 1, amount: 1460, source: "test (2026-11-28)" });
});

test("old prices, prices of elsewhere and those without a source are warned of", async () => {
  const { warnings } = await json("--plan", DEMO);
  expect(warnings).toContainEqual(
    expect.stringMatching(/^\d+ of \d+ prices are more than 180 days old, the oldest of/),
  );
  expect(warnings).toContainEqual(
    expect.stringMatching(/^No dated source was found for the prices of: reads of tables/),
  );
  const document = JSON.parse(
    JSON.stringify(synthesized("demo").get("demo-platform")).replaceAll("us-east-1", "eu-west-1"),
  );
  const plan = project.write("elsewhere.json", document);
  expect((await json("--plan", plan)).warnings[0]).toMatch(/^The prices are those of us-east-1; eu-west-1's differ/);
  const prices = project.write("eu.json", { ...HEAD, region: "eu-west-1", prices: { natGateway: 0.048 } });
  const given = await json("--plan", plan, "--prices", prices);
  expect(given.pricesOf).toBe("eu-west-1");
  expect(given.warnings[0]).toMatch(/^The file of prices leaves out, so that they are those of us-east-1: gp3Volume, /);
});

test("two configurations are compared as Markdown", async () => {
  const document = JSON.parse(JSON.stringify(synthesized("demo").get("demo-platform")));
  const before = project.write("before.json", document);
  delete document.resource.aws_wafv2_web_acl;
  const after = project.write("after.json", document);
  const { exitCode, stdout } = await cost("compare", before, after);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("### Cost: before.json → after.json: -7.00 USD a month");
  expect(stdout).toContain("| web ACLs | 5.00 | 0.00 | -5.00 |");
  expect(stdout.match(/^\| (?!What|---)/gm)).toHaveLength(2);
  expect((await cost("compare", before, before)).stdout).toContain("No line differs.");
});

test.each([
  ["no such environment", ["nowhere"], /nowhere/],
  ["both an environment and a plan", ["demo", "--plan", "x.json"], /give one of them/],
  ["no such plan", ["--plan", "x.json"], /x\.json: no such file/],
  ["a budget that is no amount", ["--plan", DEMO, "--budget", "much"], /USD a month as a number/],
  ["no such load", ["--plan", DEMO, "--load", "none.json"], /none\.json: no such file/],
  ["no such prices", ["--plan", DEMO, "--prices", "none.json"], /there is no file .*none\.json/],
  [
    "prices of another region",
    ["--plan", DEMO, "--prices", "irish.json"],
    /the prices are of eu-west-1, .* in us-east-1/,
  ],
  ["one of two to compare", ["compare", "demo"], /after/],
  ["no such format", ["--plan", DEMO, "--format", "csv"], /csv/],
])("%s is bad input: 2, one message, nothing printed", async (_, args, message) => {
  project.write("irish.json", { ...HEAD, region: "eu-west-1" });
  const { exitCode, stdout, stderr } = await cost(...args);
  expect(exitCode).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\bat .*\.ts:/);
});
