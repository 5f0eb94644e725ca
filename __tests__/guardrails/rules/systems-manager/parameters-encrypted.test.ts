import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const parameter = (further: { [attribute: string]: string }) => (json: TerraformJson) =>
  json.add(
    "aws_ssm_parameter.own",
    { name: "/own/color", value: "blue", type: "String", ...further },
    "aws_vpc.network",
  );

testRule("systems-manager/parameters-encrypted", {
  absent: true,
  fails: {
    "its name is a secret's": {
      at: "aws_ssm_parameter.own",
      edit: parameter({ name: "/own/database-password", value: "${var.password}" }),
    },
    "its value is": {
      at: "aws_ssm_parameter.own",
      edit: parameter({ value: "postgres://web:hunter2@db.example.com/web" }),
    },
    "a container takes it as one": {
      at: "aws_ssm_parameter.own",
      edit: (json) => {
        parameter({})(json);
        const path = "container_definitions.0.secrets.0.valueFrom";
        json.set("aws_ecs_task_definition.web", path, "${aws_ssm_parameter.own.arn}");
      },
    },
  },
  undecided: {
    "a variable says its type": {
      at: "aws_ssm_parameter.own",
      edit: parameter({ name: "/own/api-key", value: "${var.key}", type: "${var.type}" }),
    },
  },
  passes: {
    "no secret": parameter({}),
    "a SecureString": parameter({ name: "/own/database-password", value: "${var.password}", type: "SecureString" }),
  },
});
