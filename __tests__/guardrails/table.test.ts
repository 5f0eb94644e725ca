import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SEVERITIES } from "../../src/guardrails/rule";
import { RULES } from "../../src/guardrails/table";

const ROOT = join(__dirname, "../..");
const TABLES = join(ROOT, "src/guardrails/table");
const IDS = RULES.map(({ id }) => id);

test("every rule has a row of its own, and every row a rule", () => {
  const files = readdirSync(join(ROOT, "src/guardrails/rules"), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => file.slice(0, -".ts".length));
  expect([...IDS].sort()).toEqual(files.sort());
});

test("a row stands in the table of its area, or in one of the area's folder", () => {
  const written = new Map<string, string[]>();
  for (const file of readdirSync(TABLES, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    const area = file.replace(/[/.].*/, "");
    const text = readFileSync(join(TABLES, file), "utf8");
    const ids = [...text.matchAll(/^ {4}id: "(.+)",$/gm)].map(([, id = ""]) => id);
    written.set(area, [...(written.get(area) ?? []), ...ids]);
  }
  for (const [area, ids] of written) {
    expect(ids.sort()).toEqual(IDS.filter((id) => id.startsWith(`${area}/`)).sort());
  }
});

describe.each(RULES)("$id", ({ id, severity, title, why, fix, references, check }) => {
  test("judges by the one check of its file", () => {
    expect(Object.values(require(`../../src/guardrails/rules/${id}`))).toEqual([check]);
  });

  test("has a test", () => {
    const file = join(ROOT, "__tests__/guardrails/rules", `${id}.test.ts`);
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).toContain(`testRule("${id}", {`);
  });

  test("is worded", () => {
    expect(SEVERITIES).toContain(severity);
    expect(title).toMatch(/^[A-Z].{10,110}[^.]$/);
    expect(why).toMatch(/^\S.{20,}\.$/);
    expect(fix).toMatch(/^\S.{15,}\.$/);
    expect(references).not.toEqual([]);
  });
});
