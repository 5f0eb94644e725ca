import { createColors } from "picocolors";
import { type StartSummary, startSummary } from "../../src/reports/start-summary";
import { finding, report } from "../support/report";

const text = (more: Partial<StartSummary> = {}) =>
  startSummary(
    {
      types: ["aws_subnet", "aws_subnet", "aws_lb", "aws_lb_listener_rule", "aws_ecs_service", "aws_glue_job"],
      protectedAddresses: ["aws_lb.load_balancer"],
      disposable: false,
      report: report(),
      ledger: [],
      plans: new Map([["production-platform", { add: 110, change: 0, destroy: 1 }]]),
      files: ["cdktf.out/stacks/*/cdk.tf.json", "report/guardrails.json"],
      ...more,
    },
    createColors(false),
  );

test("counts resources by kind, and names their types", () => {
  expect(text()).toMatch(/^resources +6$/m);
  expect(text()).toMatch(/^ {2}network +2 +subnet×2$/m);
  expect(text()).toMatch(/^ {2}load balancing +2 +lb, lb_listener_rule$/m);
  expect(text()).toMatch(/^ {2}other +1 +glue_job$/m);
});

test("says what is protected, or that nothing is on purpose", () => {
  expect(text()).toMatch(/^protected +aws_lb.load_balancer$/m);
  expect(text({ disposable: true })).toMatch(/^protected +nothing: the environment is disposable$/m);
});

test("says what is undecided, and why", () => {
  const undecided = [finding({ detail: "known only at apply" })];
  expect(text({ report: report({ undecided }) })).toMatch(
    /^undecided +load-balancing\/drop-invalid-headers: known only at apply\n +\(aws_lb.load_balancer\)$/m,
  );
});

test("says what Terraform would do, by stack", () => {
  expect(text()).toMatch(/^plan +production-platform: 110 to add, 0 to change, 1 to destroy$/m);
  expect(text({ plans: new Map() })).not.toMatch(/^plan/m);
});

test("ends with the plan's counts", () => {
  expect(text().trimEnd()).toMatch(/1 to destroy$/);
});

test("fits 80 columns", () => {
  const many = Array.from({ length: 40 }, (_, index) => `aws_kms_key.a_key_with_a_long_name_${index}`);
  const lines = text({ protectedAddresses: many, ledger: [`not in the ledger: ${many.join(", ")}`] }).split("\n");
  expect(lines.filter((line) => line.length > 80)).toEqual([]);
});
