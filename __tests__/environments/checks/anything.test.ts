import fc from "fast-check";
import { checkEnvironment } from "../../../src/environments/checks/check";
import type { Mode } from "../../../src/environments/mode";
import production from "../../../src/environments/production";
import staging from "../../../src/environments/staging";
import { edit } from "../../support/edit";

function check(exported: unknown, mode: Mode = "offline") {
  return checkEnvironment(exported, "", { mode, expectedName: undefined });
}

/** Paths of everything in an environment. */
function paths(value: unknown, prefix = ""): string[] {
  const inside =
    typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, field]) =>
          paths(field, Array.isArray(value) ? `${prefix}[${key}]` : `${prefix}.${key}`.replace(/^\./, "")),
        )
      : [];
  return prefix === "" ? inside : [prefix, ...inside];
}

const wrong = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
  fc.double(),
  fc.integer(),
  fc.string({ unit: "binary" }),
  fc.ipV4().chain((address) => fc.integer({ min: 0, max: 33 }).map((bits) => `${address}/${bits}`)),
  fc.constantFrom(
    undefined,
    "",
    "m5.large",
    "us-east-1",
    "us-east-1a",
    "arn:aws:ssm:::",
    "cron()",
    "cron(0/0 - , # ? L)",
  ),
);

describe.each([
  ["production", production],
  ["staging", staging],
])("whatever is put into %s", (_name, environment) => {
  const edits = fc.dictionary(fc.constantFrom(...paths(environment)), wrong, { minKeys: 1, maxKeys: 4 });

  test("the check ends with findings or with an environment, and never throws", () => {
    fc.assert(
      fc.property(edits, fc.constantFrom<Mode>("offline", "aws"), (fields, mode) => {
        const { environment: checked, findings } = check(edit(environment, fields), mode);
        expect(findings.length === 0).toBe(checked !== undefined);
        for (const { path, got, allowed } of findings) expect(`${path}${got}${allowed}`).not.toMatch(/[\n\r]/);
      }),
      { numRuns: 100 },
    );
  });
});

test("whatever a file exports, the check never throws", () => {
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, withObjectString: true }), (exported) => {
      expect(check(exported).findings.length).toBeGreaterThan(0);
    }),
  );
});
