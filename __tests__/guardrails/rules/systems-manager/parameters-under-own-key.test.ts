import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const parameter = (further: { [attribute: string]: string }) => (json: TerraformJson) =>
  json.add("aws_ssm_parameter.own", { name: "own", value: "-", type: "SecureString", ...further }, "aws_vpc.network");

testRule("systems-manager/parameters-under-own-key", {
  absent: true,
  fails: {
    "AWS's key": { at: "aws_ssm_parameter.own", edit: parameter({}) },
    "AWS's key, stated": { at: "aws_ssm_parameter.own", edit: parameter({ key_id: "alias/aws/ssm" }) },
  },
  undecided: { "a variable says the key": { at: "aws_ssm_parameter.own", edit: parameter({ key_id: "${var.key}" }) } },
  passes: {
    "a key of the plan": parameter({ key_id: "${aws_kms_key.key.arn}" }),
    "nothing to encrypt": parameter({ type: "String" }),
  },
});
