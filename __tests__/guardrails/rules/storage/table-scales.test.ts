import { testRule } from "../../../support/rule-test";

testRule("storage/table-scales", {
  fails: {
    "its capacity is fixed": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.set("aws_dynamodb_table.locks", "billing_mode", "PROVISIONED"),
    },
    "AWS's default is": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.unset("aws_dynamodb_table.locks", "billing_mode"),
    },
  },
  undecided: {
    "a variable says it": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.set("aws_dynamodb_table.locks", "billing_mode", "${var.mode}"),
    },
  },
  passes: {
    "auto scaling has it": (json) => {
      json.set("aws_dynamodb_table.locks", "billing_mode", "PROVISIONED");
      const target = { service_namespace: "dynamodb", resource_id: "table/${aws_dynamodb_table.locks.name}" };
      json.add("aws_appautoscaling_target.locks", target, "aws_dynamodb_table.locks");
    },
  },
});
