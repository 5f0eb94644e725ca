import { testRule } from "../../../support/rule-test";

const ROLE = "aws_iam_role.web_task";
const PATH = "assume_role_policy.Statement.0.Condition";

testRule("identity/trust-not-anyone", {
  fails: {
    "anybody may take it besides": {
      at: ROLE,
      edit: (json) =>
        json.set(ROLE, "assume_role_policy.Statement.1", {
          Effect: "Allow",
          Action: "sts:AssumeRole",
          Principal: { AWS: "arn:aws:iam::000000000000:root" },
        }),
    },
    "anybody may take it": {
      at: ROLE,
      edit: (json) => json.set(ROLE, "assume_role_policy.Statement.0.Principal", "*"),
    },
    "anybody of AWS may take it": {
      at: ROLE,
      edit: (json) => json.set(ROLE, "assume_role_policy.Statement.0.Principal", { AWS: "*" }),
    },
    "a whole account may take it": {
      at: ROLE,
      edit: (json) => {
        json.set(ROLE, "assume_role_policy.Statement.0.Principal", { AWS: "arn:aws:iam::000000000000:root" });
        json.unset(ROLE, PATH);
      },
    },
    "all but one may take it": {
      at: ROLE,
      edit: (json) => {
        json.unset(ROLE, "assume_role_policy.Statement.0.Principal");
        json.set(ROLE, "assume_role_policy.Statement.0.NotPrincipal", { AWS: "arn:aws:iam::000000000000:user/x" });
      },
    },
  },
  undecided: {
    "the trust is known only at apply": {
      at: ROLE,
      edit: (json) => json.set(ROLE, "assume_role_policy", "${var.from_outside}"),
    },
  },
  passes: {
    "an account may take it with an external id": (json) => {
      json.set(ROLE, "assume_role_policy.Statement.0.Principal", { AWS: "000000000000" });
      json.set(ROLE, PATH, { StringEquals: { "sts:ExternalId": "x" } });
    },
    "a role of an account may take it": (json) =>
      json.set(ROLE, "assume_role_policy.Statement.0.Principal", { AWS: "arn:aws:iam::000000000000:role/deploy" }),
  },
});
