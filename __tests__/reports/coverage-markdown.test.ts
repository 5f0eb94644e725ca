import type { Rule } from "../../src/guardrails/rule";
import { coverageMarkdown } from "../../src/reports/coverage-markdown";

const RULE: Rule = {
  id: "network/flow-logs",
  severity: "high",
  title: "Each VPC has a flow log",
  why: "Nobody can say afterwards who reached what.",
  fix: "Add an aws_flow_log.",
  references: ["CKV2_AWS_11"],
  check: () => [],
};

const text = coverageMarkdown(
  [
    {
      name: "Checkov",
      source: "its repository",
      checks: [
        { id: "CKV2_AWS_11", asks: "a VPC has a flow log", except: "the default one" },
        { id: "CKV_AWS_144", asks: "a bucket is replicated", waived: "one region is enough" },
      ],
    },
  ],
  [RULE],
);

test("a check leads to the rules that refer to it", () => {
  expect(text).toContain(
    "| CKV2_AWS_11 | a VPC has a flow log; except the default one | [network/flow-logs](rules.md#networkflow-logs) |\n",
  );
});

test("a check that no rule covers has its reason", () => {
  expect(text).toContain("- CKV_AWS_144, that a bucket is replicated: one region is enough.\n");
});

test("each source is counted", () => {
  expect(text).toContain("| [Checkov](#checkov) | 2 | 1 | 1 |\n");
});
