import { createColors } from "picocolors";
import { guardrailsJson } from "../../src/reports/guardrails-json";
import { guardrailsMarkdown } from "../../src/reports/guardrails-markdown";
import { guardrailsTable } from "../../src/reports/guardrails-table";
import { finding, report } from "../support/report";

const plain = createColors(false);
const full = report({
  findings: [finding({ detail: "a | b\nand more" }), finding({ severity: "high", address: "" })],
  undecided: [finding({ detail: "known only at apply" })],
  waived: [finding({ detail: "the environment is disposable" })],
  notJudged: [
    { rule: "protection/prevent-destroy", source: "plan.json" },
    { rule: "protection/prevent-destroy", source: "other.json" },
  ],
  rules: { applied: 73, kept: 72 },
});

describe("the table", () => {
  test("says of a finding how bad it is, which rule, where, what was found, why it matters and what to do", () => {
    const findings = [finding(), finding({ address: "aws_lb.other", detail: "drop_invalid_header_fields is not set" })];
    expect(guardrailsTable(report({ findings }), plain)).toBe(`medium  load-balancing/drop-invalid-headers
        Load balancers drop invalid HTTP headers
at      aws_lb.load_balancer in production-platform
        drop_invalid_header_fields is false; wanted: true
at      aws_lb.other in production-platform
        drop_invalid_header_fields is not set
why     Headers that break the standard are how requests are smuggled past the
        load balancer's rules to a task.
fix     Set drop_invalid_header_fields = true on the aws_lb.

2 findings, 0 undecided, 0 waived; 73 of 73 rules kept in production-platform
`);
  });

  test("fits 80 columns", () => {
    const lines = guardrailsTable(full, plain).split("\n");
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
  });

  test("lists what is undecided and what is waived, each with its reason", () => {
    const text = guardrailsTable(full, plain);
    expect(text).toMatch(/^Undecided.*\n +load-balancing\/drop-invalid-headers: known only at apply\nat +aws_lb/m);
    expect(text).toMatch(
      /^Waived.*\n +load-balancing\/drop-invalid-headers: the environment is disposable\nat +aws_lb/m,
    );
  });

  test("names a rule that a plan can't be judged by, once", () => {
    expect(guardrailsTable(full, plain).match(/protection\/prevent-destroy/g)).toHaveLength(1);
  });

  test("has colours only if it is given some", () => {
    expect(guardrailsTable(full, plain)).not.toContain("\x1b");
    expect(guardrailsTable(full, createColors(true))).toContain("\x1b[31m");
  });
});

describe("the JSON", () => {
  test("has a version, the verdict and the whole report", () => {
    expect(JSON.parse(guardrailsJson(full))).toEqual({ version: 1, verdict: "failed", ...full });
    expect(JSON.parse(guardrailsJson(report()))).toMatchObject({ verdict: "passed" });
  });
});

describe("the Markdown", () => {
  test("keeps a finding in one row, whatever is in it", () => {
    expect(guardrailsMarkdown(full)).toContain(
      "| medium | `load-balancing/drop-invalid-headers` | `aws_lb.load_balancer` | a \\| b and more | Set",
    );
  });

  test("folds what is undecided and what is waived", () => {
    const text = guardrailsMarkdown(full);
    expect(text).toContain("<details><summary>1 undecided");
    expect(text).toContain("<details><summary>1 waived");
    expect(guardrailsMarkdown(report())).not.toContain("<details>");
  });
});
