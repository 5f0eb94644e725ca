import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.web_task";

testRule("identity/boundary-exact", {
  fails: {
    "it may be any policy": {
      at: ROLE,
      edit: (json) => json.set(ROLE, "permissions_boundary", "arn:aws:iam::000000000000:policy/*"),
    },
    "it is everything": { at: ROLE, edit: (json) => json.set(ROLE, "permissions_boundary", "*") },
  },
  undecided: {
    "a variable says it": { at: ROLE, edit: (json) => json.set(ROLE, "permissions_boundary", "${var.boundary}") },
  },
});
