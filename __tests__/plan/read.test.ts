import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Arbitrary, array, assert, constantFrom, integer, oneof, property, record, tuple } from "fast-check";
import { PlanError } from "../../src/plan/plan-error";
import { readPlan, readPlanFile } from "../../src/plan/read";
import { fixtureDocument, fixturePath } from "../support/plan";

const folder = mkdtempSync(join(tmpdir(), "ballast-plan-"));
afterAll(() => rmSync(folder, { recursive: true }));

function written(content: string | Buffer): string {
  const path = join(folder, "given");
  writeFileSync(path, content);
  return path;
}

function errorOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
  throw new Error("nothing was thrown");
}

const EXPECTED = "expected a cdk.tf.json, or the output of `terraform show -json` of a plan file";

test("both shapes are told apart by what they are, not by their file's name", () => {
  expect(readPlanFile(fixturePath("miniature/main.tf.json")).source).toBe("configuration");
  expect(readPlanFile(fixturePath("miniature/plan.json")).source).toBe("plan");
});

test("a byte order mark is no part of the text", () => {
  expect(readPlanFile(written('\uFEFF{"resource":{}}')).resources()).toEqual([]);
});

test("a plan without AWS has resources of no interest, and is read", () => {
  const resources = [{ address: "null_resource.a", mode: "managed", type: "null_resource", name: "a" }];
  const plan = readPlan({ format_version: "1.2", planned_values: { root_module: { resources } } });
  expect(plan.resources("aws_vpc")).toEqual([]);
  expect(readPlan({ format_version: "1.2", planned_values: {} }).resources()).toEqual([]);
});

describe("a file that isn't a plan is refused in one line that says what it is", () => {
  test.each([
    ["an empty file", "", "an empty file"],
    ["blank text", " \n", "an empty file"],
    ["half a file", '{"resource": {"aws_vpc": {"a', "JSON that ends too early, at character 28: half a file"],
    ["half a file between values", '{"resource": {', "JSON that ends too early, at character 14: half a file"],
    ["broken JSON", '{"resource":\n {"a" 1}}', "not JSON, from line 2, column 7"],
    ["other text", "hello", "not JSON"],
    [
      "HCL",
      '# comment\nresource "aws_vpc" "a" {\n}\n',
      "Terraform's own language (HCL), not JSON: give the output of `terraform show -json` of its plan",
    ],
    ["a plan on the screen", "Terraform will perform the following actions:", "a plan for people to read, not JSON"],
    ["the log of a plan", '{"@level":"info"}\n{"@level":"info"}\n', "the log of `terraform plan -json`"],
    [
      "a binary plan",
      "PK\u0003\u0004",
      "a binary plan file (or another zip file): give the output of `terraform show -json` of it",
    ],
    ["other binary", "\u007fELF\0\0", "a binary file"],
    ["UTF-16", Buffer.from("\uFEFF{}", "utf16le"), "text in UTF-16 (as PowerShell's `>` writes it), not UTF-8"],
    [
      "a state file",
      '{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x","resources":[]}',
      "a state file",
    ],
    [
      "a shown state",
      '{"format_version":"1.0","values":{}}',
      "a state, as `terraform show -json` without a plan file writes it",
    ],
    ["schemas", '{"format_version":"1.0","provider_schemas":{}}', "schemas of providers"],
    [
      "part of a plan",
      '{"format_version":"1.2","resource_changes":[]}',
      "something of Terraform's without planned values",
    ],
    ["CDKTF's manifest", '{"version":"0.21.0","stacks":{}}', "CDKTF's manifest"],
    ["an array", "[1]", "a JSON array"],
    ["a text", '"secret"', "JSON, but a string"],
    ["null", "null", "JSON, but null"],
    ["an empty object", "{}", "an empty JSON object"],
    ["another object", '{"a":{},"b":1,"c":1,"d":1,"e":1,"f":1}', "a JSON object of a, b, c, d, e, …"],
  ])("%s", (_, content, what) => {
    const path = written(content);
    expect(errorOf(() => readPlanFile(path))).toBe(`${path}: ${what}; ${EXPECTED}`);
  });

  test("nothing, and a directory", () => {
    expect(errorOf(() => readPlanFile("/missing/plan.json"))).toBe(`/missing/plan.json: no such file; ${EXPECTED}`);
    expect(errorOf(() => readPlanFile(folder))).toBe(`${folder}: a directory; ${EXPECTED}`);
    expect(errorOf(() => readPlanFile("/dev/null"))).toBe(`/dev/null: an empty file; ${EXPECTED}`);
  });

  test("one that is too large, by its size and its first bytes alone, even one without an end", () => {
    const path = written("{");
    truncateSync(path, 300 * 1024 * 1024);
    expect(errorOf(() => readPlanFile(path))).toBe(`${path}: a binary file; ${EXPECTED}`);
    expect(errorOf(() => readPlanFile("/dev/zero"))).toBe(`/dev/zero: a binary file; ${EXPECTED}`);
    writeFileSync(path, `{${" ".repeat(2 * 1024 * 1024)}`);
    truncateSync(path, 300 * 1024 * 1024);
    expect(errorOf(() => readPlanFile(path))).toBe(`${path}: more than 200 MB; ${EXPECTED}`);
  });

  test("a plan that ended with errors", () => {
    expect(errorOf(() => readPlan({ format_version: "1.2", planned_values: {}, errored: true }, "p"))).toBe(
      "p: a plan that ended with errors, so it is incomplete; expected one of a run that succeeded",
    );
  });

  test("one whose parts aren't what they should be, by their name", () => {
    expect(errorOf(() => readPlan({ resource: { aws_vpc: 3 } }, "c"))).toBe(
      "c: resource.aws_vpc is 3; an object was expected",
    );
    expect(errorOf(() => readPlan({ format_version: "1", planned_values: [] }, "p"))).toBe(
      "p: planned_values is []; an object was expected",
    );
  });

  test("one that is nested too deeply", () => {
    const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;
    expect(errorOf(() => readPlan(JSON.parse(`{"resource":{"aws_a":{"a":{"x":${deep}}}}}`), "c"))).toBe(
      "c: nested too deeply to be read",
    );
  });
});

describe("whatever is broken in a document, it is read or refused", () => {
  type Break = readonly [place: number, replacement: unknown];
  const breaks: Arbitrary<readonly Break[]> = array(
    tuple(
      integer({ min: 0 }),
      oneof(
        constantFrom<unknown>(
          undefined,
          null,
          true,
          0,
          -1,
          "",
          "x",
          "${",
          "${aws_s3_bucket.logs.arn}",
          "%{ if }${local.zones.missing}${module[0]}${var.environment[9]}",
          [],
          [[]],
          {},
        ),
        record({
          references: array(
            constantFrom(
              "aws_vpc.network.id",
              "var.image_tag.missing",
              "module[0]",
              "var.x",
              "module.network.vpc_id",
              "each.key",
              "[",
            ),
          ),
        }),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  );

  test.each([["miniature/main.tf.json"], ["miniature/plan.json"], ["modules/plan.json"]])("%s", (name) => {
    const text = JSON.stringify(fixtureDocument(name));
    assert(
      property(breaks, (mutations) => {
        const document = mutations.reduce(replaceAt, JSON.parse(text));
        try {
          for (const resource of readPlan(document).resources()) resource.get("policy");
        } catch (error) {
          if (!(error instanceof PlanError) || /\n/.test(error.message)) throw error;
        }
      }),
      { numRuns: 60 },
    );
  });

  function replaceAt(document: unknown, [place, replacement]: Break): unknown {
    const places: [{ [key: string]: unknown }, string][] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        places.push([value as { [key: string]: unknown }, key]);
        visit(inner);
      }
    };
    visit(document);
    const [holder, key] = places[place % places.length] ?? [];
    if (holder === undefined || key === undefined) return replacement;
    if (replacement === undefined && Array.isArray(holder)) holder.splice(Number(key), 1);
    else if (replacement === undefined) delete holder[key];
    else holder[key] = structuredClone(replacement);
    return document;
  }
});
