import type { Rule } from "../../src/guardrails/rule";
import { rulesMarkdown } from "../../src/reports/rules-markdown";

function rule(fields: Partial<Rule>): Rule {
  return {
    id: "network/flow-logs",
    severity: "high",
    title: "Each VPC has a flow log",
    why: "Nobody can say afterwards who reached what.",
    fix: "Add an aws_flow_log.",
    references: ["CKV2_AWS_11", "https://example.com/flow-logs"],
    check: () => [],
    ...fields,
  };
}

test("says of a rule how bad it is, why and what to do; only addresses are links", () => {
  expect(rulesMarkdown([rule({})])).toContain(`### network/flow-logs

**high**: Each VPC has a flow log.

- Why: Nobody can say afterwards who reached what.
- Fix: Add an aws_flow_log.
- See: CKV2_AWS_11, <https://example.com/flow-logs>
`);
});

test("says where a rule can't be judged", () => {
  expect(rulesMarkdown([rule({})])).not.toContain("cdk.tf.json` only");
  expect(rulesMarkdown([rule({ onlyIn: "configuration" })])).toContain("- Judged in `cdk.tf.json` only");
});

test("counts each area's rules by severity, whatever their order", () => {
  const text = rulesMarkdown([
    rule({}),
    rule({ id: "task/no-host-paths", severity: "low" }),
    rule({ id: "network/b" }),
  ]);
  expect(text).toContain("\n3 rules.");
  expect(text).toContain("| [network](#network) | 2 | 2 | 0 | 0 |\n| [task](#task) | 1 | 0 | 0 | 1 |\n");
  expect(text.match(/^## .*/gm)).toEqual(["## network", "## task"]);
});

test("an asterisk in the wording is no emphasis", () => {
  expect(rulesMarkdown([rule({ fix: "Allow kms:ReEncrypt* and kms:GenerateDataKey*." })])).toContain(
    "Allow kms:ReEncrypt\\* and kms:GenerateDataKey\\*.",
  );
});
