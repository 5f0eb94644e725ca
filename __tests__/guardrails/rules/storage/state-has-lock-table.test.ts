import { testRule } from "../../../support/rule-test";

testRule("storage/state-has-lock-table", {
  fails: {
    "the table is gone": { at: "aws_s3_bucket.state", edit: (json) => json.remove("aws_dynamodb_table.locks") },
    "it has another hash key": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_dynamodb_table.locks", "hash_key", "Id"),
    },
    "the table is gone, and only the backend says whose state it is": {
      at: "aws_s3_bucket.state",
      edit: (json) => {
        json.remove("aws_dynamodb_table.locks");
        json.unset("aws_s3_bucket.state", "tags");
        json.editDocument("production-state", (document) => {
          document.terraform = { backend: { s3: { bucket: "${aws_s3_bucket.state.id}" } } };
        });
      },
    },
  },
  undecided: {
    "a variable says the hash key": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.set("aws_dynamodb_table.locks", "hash_key", "${var.key}"),
    },
  },
});
