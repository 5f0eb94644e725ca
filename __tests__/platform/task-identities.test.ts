import type { EnvironmentInput } from "../../src/environments/schema";
import { service } from "../support/edge";
import { platform } from "../support/platform";
import { addresses, resource, statements } from "../support/stack";

const LOGS = {
  Effect: "Allow",
  Sid: "WriteLogs",
  Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
  Resource: "${aws_cloudwatch_log_group.web.arn}:log-stream:web/*",
};

function web(fields: Partial<EnvironmentInput["services"][number]>) {
  return platform({ services: [service({ name: "web", ...fields })] });
}

describe("the execution role", () => {
  test("pulls the service's image alone, writes to its log group alone, and reads its secrets alone", () => {
    const DATABASE_URL = "arn:aws:ssm:us-east-1:000000000000:parameter/production/web/database-url";
    const stack = web({
      image: "000000000000.dkr.ecr.eu-west-1.amazonaws.com/shop/web",
      secrets: { DATABASE_URL },
    });
    expect(statements(stack, "aws_iam_role_policy.web_execution")).toEqual([
      LOGS,
      {
        Effect: "Allow",
        Sid: "PullImage",
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
        Resource: "arn:aws:ecr:eu-west-1:000000000000:repository/shop/web",
      },
      { Effect: "Allow", Sid: "LogInToRegistry", Action: "ecr:GetAuthorizationToken", Resource: "*" },
      { Effect: "Allow", Sid: "ReadParameters", Action: "ssm:GetParameters", Resource: [DATABASE_URL] },
    ]);
  });

  test("needs no permission to pull a public image", () => {
    const stack = web({ image: "public.ecr.aws/nginx/nginx-unprivileged" });
    expect(statements(stack, "aws_iam_role_policy.web_execution")).toEqual([LOGS]);
  });
});

describe("the task role", () => {
  test("may do nothing by itself", () => {
    const stack = web({});
    expect(addresses(stack, "aws_iam_role_policy")).not.toContain("aws_iam_role_policy.web_task");
    expect(resource(stack, "aws_iam_role_policies_exclusive.web_task").policy_names).toEqual([]);
  });

  test("may do what the environment says, and no more", () => {
    const stack = web({ permissions: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::example/*"] }] });
    expect(statements(stack, "aws_iam_role_policy.web_task")).toEqual([
      { Effect: "Allow", Action: ["s3:GetObject"], Resource: ["arn:aws:s3:::example/*"] },
    ]);
  });
});

test.each(["web_execution", "web_task"])("%s is for tasks of the account alone", (role) => {
  expect(statements(web({}), `aws_iam_role.${role}`, "assume_role_policy")).toMatchObject([
    {
      Principal: { Service: "ecs-tasks.amazonaws.com" },
      Condition: {
        StringEquals: { "aws:SourceAccount": "000000000000" },
        ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:000000000000:*" },
      },
    },
  ]);
});
