import { testRule } from "../../../support/rule-test";

testRule("storage/table-point-in-time-recovery", {
  fails: {
    "it is off": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.set("aws_dynamodb_table.locks", "point_in_time_recovery.enabled", false),
    },
    "nothing is said": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.unset("aws_dynamodb_table.locks", "point_in_time_recovery"),
    },
  },
});
