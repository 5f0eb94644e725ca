import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { Project } from "../support/command-line";
import { fixturePath } from "../support/plan";

const project = new Project();
const EXPECTED = "expected a cdk.tf.json, or the output of `terraform show -json` of a plan file";
const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;
const plan = (more: object) => JSON.stringify({ format_version: "1.2", planned_values: { root_module: {} }, ...more });
const google = {
  planned_values: {
    root_module: {
      resources: [
        { address: "google_sql_database.a", mode: "managed", type: "google_sql_database", name: "a", values: {} },
      ],
    },
  },
};
const huge = Buffer.alloc(200_000_000, '{"rows": [');

const INPUTS: readonly (readonly [name: string, content: string | Buffer, what: string])[] = [
  ["nothing", "", "an empty file"],
  ["blanks", " \n\n", "an empty file"],
  ["text", "hello", "not JSON"],
  ["YAML", "apiVersion: v1\nkind: Pod\n", "not JSON"],
  ["half a plan", plan({}).slice(0, 40), "half a file"],
  ["a comma too many", '{\n  "resource": {},\n}', "not JSON, from line 3, column 1"],
  ["a state file", '{"version":4,"serial":1,"lineage":"x","resources":[],"outputs":{}}', "a state file"],
  ["an old state file", '{"version":3,"serial":1,"lineage":"x","modules":[]}', "a state file"],
  ["a shown state", '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}', "a state, as"],
  ["HCL", '# a comment\nresource "aws_vpc" "a" {\n}\n', "Terraform's own language (HCL)"],
  ["HCL of variables", 'region = "eu-west-1"\n', "Terraform's own language (HCL)"],
  ["a plan for people", "Terraform will perform the following actions:\n", "a plan for people to read"],
  ["a plan's log", '{"@level":"info","@message":"x"}\n{"@level":"info"}\n', "the log of `terraform plan -json`"],
  ["a binary plan", "PK\u0003\u0004tfplan", "a binary plan file"],
  ["gzip", gzipSync(plan({})), "packed by gzip"],
  ["UTF-16", Buffer.from(`\uFEFF${plan({})}`, "utf16le"), "UTF-16"],
  ["UTF-16 without a mark", Buffer.from(plan({}), "utf16le"), "a binary file"],
  ["NUL bytes", "{\0\0}", "a binary file"],
  ["an array", "[1, 2]", "a JSON array"],
  ["a number", "42", "a number"],
  ["a text", '"secret"', "a string"],
  ["a CloudFormation template", '{"Resources":{"A":{"Type":"AWS::ECS::Cluster"}}}', "a CloudFormation template"],
  ["a Kubernetes manifest", '{"apiVersion":"v1","kind":"Pod","metadata":{}}', "a Kubernetes manifest"],
  ["a package.json", '{"name":"a","version":"1.0.0","module":"dist/a.mjs"}', "a package.json"],
  ["variables as JSON", '{"region":"eu-west-1","zones":["a"]}', "a JSON object of region, zones"],
  ["schemas of providers", '{"format_version":"1.0","provider_schemas":{}}', "schemas of providers"],
  ["deep nesting", deep(100_000), "a JSON object of a"],
  ["200 MB of JSON", huge, "a JSON object that begins with rows"],
  ["200 MB of an array", Buffer.alloc(200_000_000, "[1, "), "JSON, but no object"],
  ["200 MB of something else", Buffer.alloc(200_000_000, "lorem ipsum "), "not JSON"],
];

const REFUSED: readonly (readonly [name: string, content: string, message: string])[] = [
  [
    "a plan with errors",
    plan({ errored: true }),
    "a plan that ended with errors, so it is incomplete; expected one of",
  ],
  ["a plan of another provider", plan(google), "a plan of another provider (google); expected one of AWS"],
  [
    "a configuration of another provider",
    '{"provider":{"azurerm":[{}]},"resource":{"azurerm_subnet":{"a":{}}}}',
    "a plan of another provider (azurerm); expected one of AWS",
  ],
  ["a format to come", plan({ format_version: "2.0" }), "a plan of the format 2.0; expected one of the format 1.x"],
  ["resources in a text", '{"resource":"aws_vpc"}', 'resource is "aws_vpc"; an object was expected'],
  ["resources in a list of texts", '{"resource":{"aws_vpc":["x"]}}', 'resource.aws_vpc is "x"; an object was expected'],
  ["planned values in a number", plan({ planned_values: 3 }), "planned_values is 3; an object was expected"],
  ["deep nesting in a plan", `{"resource":{"aws_a":{"a":${deep(5_000)}}}}`, "nested too deeply to be read"],
];

async function ended(path: string) {
  const { exitCode, stdout, stderr } = await project.run(["guardrails", "--plan", path]);
  return { exitCode, stdout, lines: stderr.split("\n") };
}

test.each(INPUTS)("%s ends with 2 and a line that says what it is and what was expected", async (_, content, what) => {
  const path = join(project.directory, "input.json");
  writeFileSync(path, content);
  const { exitCode, stdout, lines } = await ended("input.json");
  expect([exitCode, stdout, lines.length, lines[1]]).toEqual([2, "", 2, ""]);
  expect(lines[0]).toContain(`${path}: `);
  expect(lines[0]).toContain(what);
  expect(lines[0]).toContain(EXPECTED);
});

test.each(REFUSED)("%s ends with 2 and a line that says so", async (_, content, message) => {
  const path = project.write("refused.json", content);
  const { exitCode, stdout, lines } = await ended("refused.json");
  expect([exitCode, stdout, lines.length, lines[1]]).toEqual([2, "", 2, ""]);
  expect(lines[0]).toContain(`${path}: ${message}`);
});

test("a folder, and a file that there isn't", async () => {
  mkdirSync(join(project.directory, "folder"));
  for (const [path, what] of [
    ["folder", "a directory"],
    ["missing.json", "no such file"],
    ["folder/missing.json", "no such file"],
  ] as const) {
    expect(await ended(path)).toEqual({
      exitCode: 2,
      stdout: "",
      lines: [`${join(project.directory, path)}: ${what}; ${EXPECTED}`, ""],
    });
  }
});

test("200 MB of something else are refused by their beginning, without their memory", async () => {
  writeFileSync(join(project.directory, "huge.json"), huge);
  const before = process.memoryUsage().rss;
  await ended("huge.json");
  expect(process.memoryUsage().rss - before).toBeLessThan(50_000_000);
});

test.each<readonly [string, string]>([
  ["an old format", plan({ format_version: "0.1" })],
  ["a number that is too large, and a key twice", '{"resource":{"aws_vpc":{"a":{"x":1e999,"x":-1e999}}}}'],
  ["a plan without resources", plan({})],
  ["helpers alone", '{"resource":{"random_pet":{"a":{}}}}'],
])("%s is read", async (_, content) => {
  project.write("fine.json", content);
  expect(await ended("fine.json")).toMatchObject({ exitCode: 0, lines: [""] });
});

test("a file of a megabyte and more is read, and one that its first key tells is large", async () => {
  const path = project.write("large.json", `{"format_version":"1.2",${" ".repeat(3_000_000)}${plan({}).slice(1)}`);
  expect(await ended(path)).toMatchObject({ exitCode: 0 });
  expect(await ended(fixturePath("miniature/plan.json"))).toMatchObject({ exitCode: 1 });
});
