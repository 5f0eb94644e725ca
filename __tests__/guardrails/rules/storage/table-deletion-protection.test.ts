import { testRule } from "../../../support/rule-test";

testRule("storage/table-deletion-protection", {
  fails: {
    "it is off": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.set("aws_dynamodb_table.locks", "deletion_protection_enabled", false),
    },
    "nothing is said": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.unset("aws_dynamodb_table.locks", "deletion_protection_enabled"),
    },
  },
});
