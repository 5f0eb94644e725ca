import { testRule } from "../../../support/rule-test";

const KEY = "aws_kms_key.state";

testRule("encryption/key-policy-names-principals", {
  fails: {
    "anybody of the account may, without the account's leave": {
      at: KEY,
      edit: (json) => json.set(KEY, "policy.Statement.1.Principal", { AWS: "*" }),
    },
    "so may roles of like names": {
      at: KEY,
      edit: (json) => json.set(KEY, "policy.Statement.1.Principal", { AWS: "arn:aws:iam::000000000000:role/*" }),
    },
  },
});
