import { testRule } from "../../../support/rule-test";

const APPLY = "aws_iam_role_policy.terraform_apply";
const BOUNDARY = "aws_iam_policy.terraform_boundary";
const CHECK = "aws_iam_role_policy.detection_lock_check";

testRule("identity/conditions-narrow", {
  fails: {
    "the locks of every environment are its": {
      at: APPLY,
      edit: (json) => json.unset(APPLY, "policy.Statement.3.Condition"),
    },
    "the key is used whatever for": { at: APPLY, edit: (json) => json.unset(APPLY, "policy.Statement.5.Condition") },
    "metrics of any namespace are its": {
      at: CHECK,
      edit: (json) => json.unset(CHECK, "policy.Statement.2.Condition"),
    },
    "a boundary lets metrics of any namespace be put": {
      at: BOUNDARY,
      edit: (json) => json.unset(BOUNDARY, "policy.Statement.2.Condition"),
    },
  },
  undecided: {
    "the policy is known only at apply": {
      at: APPLY,
      edit: (json) => json.set(APPLY, "policy", "${var.from_outside}"),
    },
  },
});
