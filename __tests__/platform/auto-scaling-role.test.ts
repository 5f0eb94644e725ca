import { platform } from "../support/platform";
import { resource, statements } from "../support/stack";

test("Auto Scaling has a role of the environment's own, which the key's policy can name from the start", () => {
  const stack = platform();
  expect(resource(stack, "aws_iam_service_linked_role.auto_scaling")).toMatchObject({
    aws_service_name: "autoscaling.amazonaws.com",
    custom_suffix: "production",
  });
  const principals = statements(stack, "aws_kms_key.key").map(({ Principal }) => Principal);
  expect(principals).toContainEqual({ AWS: "${aws_iam_service_linked_role.auto_scaling.arn}" });
});
