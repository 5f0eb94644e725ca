import type { Finding, Report } from "../../src/guardrails/report";

/** A finding with the given fields, and plausible others. */
export const finding = (more: Partial<Finding> = {}): Finding => ({
  rule: "load-balancing/drop-invalid-headers",
  severity: "medium",
  title: "Load balancers drop invalid HTTP headers",
  source: "production-platform",
  address: "aws_lb.load_balancer",
  detail: "drop_invalid_header_fields is false; wanted: true",
  why: "Headers that break the standard are how requests are smuggled past the load balancer's rules to a task.",
  fix: "Set drop_invalid_header_fields = true on the aws_lb.",
  references: ["CKV_AWS_131"],
  ...more,
});

/** A report with the given fields, and nothing wrong in the others. */
export const report = (more: Partial<Report> = {}): Report => ({
  sources: ["production-platform"],
  findings: [],
  undecided: [],
  waived: [],
  notJudged: [],
  rules: { applied: 73, kept: 73 },
  passed: 200,
  clusters: [{ source: "production-platform", address: "aws_ecs_cluster.cluster" }],
  inScope: true,
  ...more,
});
