import { testRule } from "../../../support/rule-test";
import type { TerraformJson } from "../../../support/terraform-json";

const trust = (condition?: object) => (json: TerraformJson) => {
  const provider = "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com";
  const statement = {
    Effect: "Allow",
    Action: "sts:AssumeRoleWithWebIdentity",
    Principal: { Federated: provider },
    ...(condition === undefined ? {} : { Condition: condition }),
  };
  json.add(
    "aws_iam_role.pipeline",
    {
      assume_role_policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
      permissions_boundary: "arn:aws:iam::000000000000:policy/production-boundary",
    },
    "aws_vpc.network",
  );
  const role_name = "${aws_iam_role.pipeline.name}";
  json.add("aws_iam_role_policies_exclusive.pipeline", { role_name, policy_names: [] }, "aws_vpc.network");
  json.add("aws_iam_role_policy_attachments_exclusive.pipeline", { role_name, policy_arns: [] }, "aws_vpc.network");
};
const SUBJECT = "token.actions.githubusercontent.com:sub";

testRule("identity/github-claims-exact", {
  fails: {
    "a subject of any kind, on a role whose policies are listed": {
      at: "aws_iam_role.pipeline",
      edit: (json) => {
        trust({ StringLike: { [SUBJECT]: "repo:example/*" } })(json);
        for (const list of ["aws_iam_role_policies_exclusive", "aws_iam_role_policy_attachments_exclusive"]) {
          json.copy(`${list}.web_task`, `${list}.pipeline`);
          json.set(`${list}.pipeline`, "role_name", "${aws_iam_role.pipeline.name}");
        }
      },
    },
    "no condition": { at: "aws_iam_role.pipeline", edit: trust() },
    "only the audience": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }),
    },
    "every repository of an organization": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringLike: { [SUBJECT]: "repo:example/*" } }),
    },
    "every branch of a repository": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringLike: { [SUBJECT]: "repo:example/web:*" } }),
    },
    "one of two is wide": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringLike: { [SUBJECT]: ["repo:example/web:environment:production", "repo:*"] } }),
    },
    "a denial instead of a condition": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringNotEquals: { [SUBJECT]: "repo:example/other:ref:refs/heads/main" } }),
    },
    "a claim that a workflow may set": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringEquals: { [SUBJECT]: "workflow:deploy" } }),
    },
  },
  undecided: {
    "a variable says the subject": {
      at: "aws_iam_role.pipeline",
      edit: trust({ StringEquals: { [SUBJECT]: "${var.subject}" } }),
    },
  },
  passes: {
    "one environment of one repository": trust({
      StringEquals: { [SUBJECT]: "repo:example/web:environment:production" },
    }),
    "another provider": (json) =>
      json.add("aws_iam_role.other", { assume_role_policy: '{"Statement":[]}' }, "aws_vpc.network"),
  },
});
