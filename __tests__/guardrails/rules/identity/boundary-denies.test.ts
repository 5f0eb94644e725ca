import { testRule } from "../../../support/rule-test";

const BOUNDARY = "aws_iam_policy.terraform_boundary";

testRule("identity/boundary-denies", {
  fails: {
    "roles may be made under it": { at: BOUNDARY, edit: (json) => json.unset(BOUNDARY, "policy.Statement.19") },
    "the state isn't denied": { at: BOUNDARY, edit: (json) => json.unset(BOUNDARY, "policy.Statement.20") },
    "locks aren't denied": { at: BOUNDARY, edit: (json) => json.unset(BOUNDARY, "policy.Statement.21") },
    "the state's key isn't denied": { at: BOUNDARY, edit: (json) => json.unset(BOUNDARY, "policy.Statement.22") },
    "roles of one path only are denied": {
      at: BOUNDARY,
      edit: (json) => json.set(BOUNDARY, "policy.Statement.19.Resource", "arn:aws:iam::000000000000:role/x/*"),
    },
  },
});
