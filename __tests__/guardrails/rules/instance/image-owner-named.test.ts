import { imageOwnerNamed } from "../../../../src/guardrails/rules/instance/image-owner-named";
import { readPlan } from "../../../../src/plan/read";
import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const image = (body: { [attribute: string]: string | string[] | boolean }) => (json: TerraformJson) =>
  json.editDocument("production-platform", (document) => {
    document.data = { aws_ami: { own: { most_recent: true, ...body } } };
  });

testRule("instance/image-owner-named", {
  absent: true,
  fails: {
    "anybody's": { at: "data.aws_ami.own", edit: image({ name_regex: "^amzn2-ami-ecs" }) },
    "an empty list": { at: "data.aws_ami.own", edit: image({ owners: [] }) },
  },
  passes: { "Amazon's": image({ owners: ["amazon"] }) },
});

describe("of a plan of Terraform's", () => {
  test("an image that was looked up already is judged, in a module too", () => {
    const resource = { address: "module.a.data.aws_ami.own", mode: "data", type: "aws_ami", name: "own" };
    const plan = readPlan({
      format_version: "1.2",
      terraform_version: "1.12.0",
      planned_values: { root_module: {} },
      prior_state: {
        values: { root_module: { child_modules: [{ address: "module.a", resources: [{ ...resource, values: {} }] }] } },
      },
      configuration: { root_module: { module_calls: { a: { module: {} } } } },
    });
    expect(imageOwnerNamed(plan)).toEqual([expect.objectContaining({ address: resource.address, verdict: "failed" })]);
  });
});
