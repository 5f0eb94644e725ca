import { testRule } from "../../../support/rule-test";

testRule("storage/table-under-own-key", {
  fails: {
    "the key is gone": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.unset("aws_dynamodb_table.locks", "server_side_encryption.kms_key_arn"),
    },
    "it is off": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.set("aws_dynamodb_table.locks", "server_side_encryption.enabled", false),
    },
    "nothing is said": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.unset("aws_dynamodb_table.locks", "server_side_encryption"),
    },
  },
});
