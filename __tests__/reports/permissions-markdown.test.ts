import { permissionsMarkdown } from "../../src/reports/permissions-markdown";
import { configured } from "../support/plan";

const TRUST = {
  Principal: { Service: "ecs-tasks.amazonaws.com" },
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Condition: { StringEquals: { "aws:SourceAccount": "000000000000" } },
};

function markdown(...statements: readonly object[]): string {
  const policy = (all: readonly object[]) => JSON.stringify({ Version: "2012-10-17", Statement: all });
  const plan = configured({
    aws_s3_bucket: { files: { bucket: "files" } },
    aws_iam_role: {
      web: { name: "shop-web", description: "Containers of web", assume_role_policy: policy([TRUST]) },
    },
    aws_iam_role_policy: { web: { role: "${aws_iam_role.web.name}", policy: policy(statements) } },
    aws_ecs_task_definition: { web: { task_role_arn: "${aws_iam_role.web.arn}" } },
  });
  return permissionsMarkdown("shop", [plan]);
}

test("a role: who takes it, who names it, what it may do, on what, and if", () => {
  const text = markdown({
    Sid: "ReadFiles",
    Effect: "Allow",
    Action: ["s3:GetObject", "s3:ListBucket"],
    Resource: ["${aws_s3_bucket.files.arn}", "${aws_s3_bucket.files.arn}/*"],
    Condition: { StringLike: { "s3:prefix": ["a/*", "b|c"] } },
  });
  expect(text).toContain("| [shop-web](#shop-web) | `ecs-tasks.amazonaws.com` | 1 |");
  expect(text).toContain("## shop-web\n\nContainers of web. `aws_iam_role.web`");
  expect(text).toContain("- Taken by `ecs-tasks.amazonaws.com` if `aws:SourceAccount` StringEquals `000000000000`.");
  expect(text).toContain("- Named by `aws_ecs_task_definition.web`.");
  expect(text).toContain(
    "| ReadFiles | `s3:GetObject`<br>`s3:ListBucket` | `aws_s3_bucket.files.arn`<br>`aws_s3_bucket.files.arn/*` " +
      "| `s3:prefix` StringLike `a/*`, `b\\|c` |",
  );
  expect(text).toContain("no actions may be taken on `*`");
});

test("each action on any resource, with its reason or the lack of one", () => {
  const text = markdown(
    { Effect: "Allow", Action: ["ecr:GetAuthorizationToken", "s3:GetObject"], Resource: "*" },
    { Sid: "Never", Effect: "Deny", Action: "s3:PutObject", Resource: "*" },
  );
  expect(text).toContain("2 actions may be taken on `*`");
  expect(text).toMatch(/\| `ecr:GetAuthorizationToken` \| .*no resource type.* \|/);
  expect(text).toContain("| `s3:GetObject` | no reason is known |");
  expect(text).toContain("| Never | **never** `s3:PutObject` | `*` |");
});

test("a policy that isn't known is refused, rather than left out", () => {
  const plan = configured({
    aws_iam_role: { web: { name: "web", assume_role_policy: JSON.stringify({ Statement: [TRUST] }) } },
    aws_iam_role_policy: { web: { role: "${aws_iam_role.web.name}", policy: "${var.policy}" } },
  });
  expect(() => permissionsMarkdown("shop", [plan])).toThrow("aws_iam_role_policy.web");
});
