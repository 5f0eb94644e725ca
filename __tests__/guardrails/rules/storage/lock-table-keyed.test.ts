import { testRule } from "../../../support/rule-test";

const TABLE = "aws_dynamodb_table.locks";

testRule("storage/lock-table-keyed", {
  fails: {
    "its key is undefined": { at: TABLE, edit: (json) => json.unset(TABLE, "attribute") },
    "its key is a number": { at: TABLE, edit: (json) => json.set(TABLE, "attribute.0.type", "N") },
  },
});
