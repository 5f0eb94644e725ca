import { nothingPreciousRemoved } from "../../../../src/guardrails/rules/protection/nothing-precious-removed";
import { readPlan } from "../../../../src/plan/read";
import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const removed =
  (...addresses: string[]) =>
  (json: TerraformJson) =>
    json.editDocument("production-platform", (document) => {
      document.removed = addresses.map((from) => ({ from, lifecycle: { destroy: false } }));
    });

testRule("protection/nothing-precious-removed", {
  absent: true,
  fails: {
    "the cluster is removed": { at: "aws_ecs_cluster.old", edit: removed("aws_ecs_cluster.old") },
    "a bucket is, among others": {
      at: "module.state.aws_s3_bucket.state",
      edit: removed("aws_route.old", "module.state.aws_s3_bucket.state"),
    },
  },
  passes: { "a route is": removed("aws_route.old") },
});

describe("of a plan of Terraform's", () => {
  const judged = (address: string, ...actions: string[]) =>
    nothingPreciousRemoved(
      readPlan({
        format_version: "1.2",
        terraform_version: "1.12.0",
        planned_values: { root_module: {} },
        configuration: { root_module: {} },
        resource_changes: [{ address, change: { actions, before: {}, after: null, after_unknown: {} } }],
      }),
    );

  test.each([["delete"], ["forget"]])("what it will %s is found", (action) => {
    expect(judged("module.a.aws_kms_key.key[0]", action)).toEqual([
      expect.objectContaining({ address: "module.a.aws_kms_key.key[0]", verdict: "failed" }),
    ]);
  });

  test("what is replaced stays, and so does what isn't precious: no finding", () => {
    expect(judged("aws_kms_key.key", "delete", "create")).toEqual([]);
    expect(judged("aws_route.out", "delete")).toEqual([]);
  });
});
