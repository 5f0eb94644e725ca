import { platform } from "../support/platform";
import { resource } from "../support/stack";

describe("the cluster", () => {
  const stack = platform();
  const cluster = resource(stack, "aws_ecs_cluster.cluster");

  test("has the environment's name, is watched by Container Insights, and can't be destroyed by accident", () => {
    expect(cluster).toMatchObject({
      name: "production",
      setting: [{ name: "containerInsights", value: "enabled" }],
      lifecycle: { prevent_destroy: true },
    });
  });

  test("logs what is typed in ECS Exec sessions, under the key", () => {
    expect(cluster.configuration).toEqual({
      execute_command_configuration: {
        kms_key_id: "${aws_kms_key.key.arn}",
        logging: "OVERRIDE",
        log_configuration: {
          cloud_watch_encryption_enabled: true,
          cloud_watch_log_group_name: "${aws_cloudwatch_log_group.cluster_exec.name}",
        },
      },
    });
  });

  test("finds the group of Container Insights there, encrypted, before it would make one itself", () => {
    expect(resource(stack, "aws_cloudwatch_log_group.cluster_insights")).toMatchObject({
      name: "/aws/ecs/containerinsights/production/performance",
      kms_key_id: "${aws_kms_key.key.arn}",
      retention_in_days: 365,
    });
    expect(cluster.depends_on).toEqual(["aws_cloudwatch_log_group.cluster_insights"]);
  });
});

test("a disposable environment's cluster may go", () => {
  expect(resource(platform({ disposable: true }), "aws_ecs_cluster.cluster").lifecycle).not.toHaveProperty(
    "prevent_destroy",
  );
});
