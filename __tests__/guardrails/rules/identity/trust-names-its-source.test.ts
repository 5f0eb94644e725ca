import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.web_task";
const PATH = "assume_role_policy.Statement.0.Condition.ArnLike";

testRule("identity/trust-names-its-source", {
  fails: {
    "there is no condition": { at: ROLE, edit: (json) => json.unset(ROLE, "assume_role_policy.Statement.0.Condition") },
    "the account is open": {
      at: ROLE,
      edit: (json) => json.unset(ROLE, "assume_role_policy.Statement.0.Condition.StringEquals"),
    },
    "the ARN is open": { at: ROLE, edit: (json) => json.unset(ROLE, PATH) },
    "the ARN is of any account": {
      at: ROLE,
      edit: (json) => json.set(ROLE, PATH, { "aws:SourceArn": "arn:aws:ecs:us-east-1:*:*" }),
    },
    "the ARN is a wildcard": { at: ROLE, edit: (json) => json.set(ROLE, PATH, { "aws:SourceArn": "*" }) },
    "it must be another account": {
      at: ROLE,
      edit: (json) => {
        json.unset(ROLE, "assume_role_policy.Statement.0.Condition.StringEquals");
        json.set(ROLE, "assume_role_policy.Statement.0.Condition.StringNotEquals", {
          "aws:SourceAccount": "000000000000",
        });
      },
    },
  },
  passes: {
    "EC2 can't say for whom": (json) => json.set("aws_iam_role.instance", "description", "EC2 can't"),
  },
});
