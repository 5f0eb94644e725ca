import type { TerraformJson } from "../../../support/terraform-json";
import type { Example } from "../example";

type Statement = { readonly [key: string]: string | readonly string[] };

const ARN = "arn:aws:iam::aws:policy/AdministratorAccess";

/** What a check of a policy's JSON flags, and the twin that reads an `aws_iam_policy_document`. */
const policies: readonly { readonly ids: readonly string[]; readonly data: readonly string[]; statement: Statement }[] =
  [
    {
      ids: ["CKV_AWS_62", "CKV_AWS_63", "CKV2_AWS_40", "FSBP IAM.1", "AVD-AWS-0057"],
      data: ["CKV_AWS_1", "CKV_AWS_49"],
      statement: { Action: "*", Resource: "*" },
    },
    { ids: ["CKV2_AWS_40", "FSBP IAM.21"], data: [], statement: { Action: "iam:*", Resource: "*" } },
    { ids: ["AVD-AWS-0345"], data: [], statement: { Action: "s3:*", Resource: "arn:aws:s3:::own/*" } },
    {
      ids: ["CKV_AWS_286"],
      data: ["CKV_AWS_110"],
      statement: { Action: "iam:CreatePolicyVersion", Resource: "arn:aws:iam::000000000000:policy/own" },
    },
    { ids: ["CKV_AWS_287"], data: ["CKV_AWS_107"], statement: { Action: "iam:CreateAccessKey", Resource: "*" } },
    {
      ids: ["CKV_AWS_288", "CKV_AWS_355", "AVD-AWS-0057"],
      data: ["CKV_AWS_108", "CKV_AWS_356"],
      statement: { Action: ["s3:GetObject", "ssm:GetParameter"], Resource: "*" },
    },
    {
      ids: ["CKV_AWS_289"],
      data: ["CKV_AWS_109"],
      statement: { Action: ["s3:PutBucketPolicy", "iam:AttachRolePolicy"], Resource: "*" },
    },
    {
      ids: ["CKV_AWS_290", "CKV_AWS_355"],
      data: ["CKV_AWS_111"],
      statement: { Action: "s3:PutObject", Resource: "*" },
    },
    { ids: ["FSBP KMS.1"], data: [], statement: { Action: "kms:Decrypt", Resource: "*" } },
    {
      ids: ["AVD-AWS-0342"],
      data: [],
      statement: { Action: "iam:PassRole", Resource: "arn:aws:iam::000000000000:role/own" },
    },
  ];

/** As a policy of its own, inline in a role, and by a data source. */
const fromPolicies = policies.flatMap(({ ids, data, statement }): readonly Example[] => {
  const policy = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
  const document = {
    statement: [{ effect: "Allow", actions: [statement.Action].flat(), resources: [statement.Resource].flat() }],
  };
  return [
    { ids, at: "aws_iam_policy.own", edit: (json) => json.add("aws_iam_policy.own", { policy }, "aws_vpc.network") },
    {
      ids: ids.map((id) => (id === "FSBP KMS.1" ? "FSBP KMS.2" : id)),
      at: "aws_iam_role.instance",
      edit: (json) => json.set("aws_iam_role.instance", "inline_policy", [{ name: "own", policy }]),
    },
    {
      ids: [...ids, ...data],
      at: "aws_iam_policy.own",
      edit: (json) => {
        json.editDocument("production-platform", (whole) => {
          whole.data = { aws_iam_policy_document: { own: JSON.parse(JSON.stringify(document)) } };
        });
        const body = { policy: "${data.aws_iam_policy_document.own.json}" };
        json.add("aws_iam_policy.own", body, "aws_vpc.network");
      },
    },
  ];
});

const trust = (principal: object) => (json: TerraformJson) =>
  json.set(
    "aws_iam_role.instance",
    "assume_role_policy",
    JSON.stringify({ Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }] }),
  );

/** Roles, policies, who may take and do what. */
export const identity: readonly Example[] = [
  ...fromPolicies,
  { ids: ["CKV_AWS_60", "CKV_AWS_283"], at: "aws_iam_role.instance", edit: trust({ AWS: "*" }) },
  { ids: ["CKV_AWS_61"], at: "aws_iam_role.instance", edit: trust({ AWS: "arn:aws:iam::111122223333:root" }) },
  {
    ids: ["CKV_AWS_283"],
    at: "aws_sqs_queue_policy.own",
    edit: (json) => {
      json.editDocument("production-platform", (whole) => {
        const statement = {
          actions: ["sqs:SendMessage"],
          resources: ["*"],
          principals: [{ type: "AWS", identifiers: ["*"] }],
        };
        whole.data = { aws_iam_policy_document: { own: { statement: [statement] } } };
      });
      json.add("aws_sqs_queue_policy.own", { policy: "${data.aws_iam_policy_document.own.json}" }, "aws_vpc.network");
    },
  },
  {
    ids: ["Prowler iam_role_cross_service_confused_deputy_prevention"],
    at: "aws_iam_role.web_task",
    edit: (json) => json.unset("aws_iam_role.web_task", "assume_role_policy.Statement.0.Condition"),
  },
  {
    ids: ["CKV_AWS_274"],
    at: "aws_iam_role_policy_attachment.own",
    edit: (json) => json.add("aws_iam_role_policy_attachment.own", { role: "own", policy_arn: ARN }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_275"],
    at: "aws_iam_role_policy_attachment.own",
    edit: (json) => {
      json.editDocument("production-platform", (whole) => {
        whole.data = { aws_iam_policy: { own: { arn: ARN } } };
      });
      const attachment = { role: "own", policy_arn: "${data.aws_iam_policy.own.arn}" };
      json.add("aws_iam_role_policy_attachment.own", attachment, "aws_vpc.network");
    },
  },
  {
    ids: ["CKV2_AWS_56"],
    at: "aws_iam_group_policy_attachment.own",
    edit: (json) => {
      const attachment = { group: "own", policy_arn: "arn:aws:iam::aws:policy/IAMFullAccess" };
      json.add("aws_iam_group_policy_attachment.own", attachment, "aws_vpc.network");
    },
  },
  {
    ids: ["CKV_AWS_40"],
    at: "aws_iam_user_policy_attachment.own",
    edit: (json) =>
      json.add("aws_iam_user_policy_attachment.own", { user: "own", policy_arn: "own" }, "aws_vpc.network"),
  },
  {
    ids: ["CKV_AWS_393"],
    at: "aws_iam_role.instance",
    edit: trust({ Federated: "arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com" }),
  },
  {
    ids: ["CKV_AWS_358"],
    at: "aws_iam_role.instance",
    edit: (json) => {
      json.editDocument("production-platform", (whole) => {
        const identifiers = ["arn:aws:iam::000000000000:oidc-provider/token.actions.githubusercontent.com"];
        const condition = {
          test: "StringLike",
          variable: "token.actions.githubusercontent.com:sub",
          values: ["repo:*"],
        };
        const statement = {
          actions: ["sts:AssumeRoleWithWebIdentity"],
          principals: { type: "Federated", identifiers },
        };
        whole.data = { aws_iam_policy_document: { own: { statement: [{ ...statement, condition }] } } };
      });
      json.set("aws_iam_role.instance", "assume_role_policy", "${data.aws_iam_policy_document.own.json}");
    },
  },
];
