import { service } from "../support/edge";
import { platform } from "../support/platform";
import { resource } from "../support/stack";

describe("a task definition", () => {
  const stack = platform({
    services: [service({ name: "web", image: "example.com/web", imageTag: "1.2.3", cpuUnits: 512, memoryMiB: 1024 })],
  });
  const definition = resource(stack, "aws_ecs_task_definition.web");

  test("is for EC2, with the roles and the network of its service", () => {
    expect(definition).toMatchObject({
      family: "production-web",
      requires_compatibilities: ["EC2"],
      network_mode: "bridge",
      execution_role_arn: "${aws_iam_role.web_execution.arn}",
      task_role_arn: "${aws_iam_role.web_task.arn}",
    });
  });

  test("limits memory, and shares CPU: a limit would waste what neighbours leave idle", () => {
    expect(definition.memory).toBe("1024");
    expect(definition).not.toHaveProperty("cpu");
    expect(containers()).toMatchObject([{ cpu: 512, memory: 1024 }]);
  });

  test("takes the image's tag from a variable, so that a release needs no synthesis", () => {
    expect(containers()).toMatchObject([{ image: "example.com/web:${var.web_image_tag}" }]);
    expect(stack.variable?.web_image_tag).toMatchObject({ type: "string", default: "1.2.3" });
  });

  test("keeps the revision before, for a failed deployment to go back to, unless all is disposable", () => {
    expect(definition.skip_destroy).toBe(true);
    expect(resource(platform({ disposable: true }), "aws_ecs_task_definition.web").skip_destroy).toBe(false);
  });

  test("has a log group of the service's own, encrypted, kept as long as the environment says", () => {
    expect(resource(stack, "aws_cloudwatch_log_group.web")).toMatchObject({
      name: "/production/service/web",
      kms_key_id: "${aws_kms_key.key.arn}",
      retention_in_days: 365,
    });
  });

  function containers(): unknown {
    return JSON.parse(String(definition.container_definitions));
  }
});
