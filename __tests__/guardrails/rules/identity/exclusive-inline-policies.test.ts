import { testRule } from "../../../support/rule-test";

const LIST = "aws_iam_role_policies_exclusive.instance";

testRule("identity/exclusive-inline-policies", {
  fails: {
    "the list is gone": { at: "aws_iam_role.instance", edit: (json) => json.remove(LIST) },
    "the list is another role's": {
      at: "aws_iam_role.instance",
      edit: (json) => json.set(LIST, "role_name", "${aws_iam_role.web_task.name}"),
    },
    "the list lacks a policy of the plan": { at: LIST, edit: (json) => json.set(LIST, "policy_names", []) },
    "the list isn't set": { at: LIST, edit: (json) => json.unset(LIST, "policy_names") },
  },
  undecided: {
    "the list is known only at apply": {
      at: LIST,
      edit: (json) => json.set(LIST, "policy_names", "${var.from_outside}"),
    },
  },
});
