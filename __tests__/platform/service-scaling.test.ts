import { service } from "../support/edge";
import { platform } from "../support/platform";
import { addresses, resource } from "../support/stack";

const NIGHT = { name: "night", schedule: "cron(0 22 * * ? *)", minTasks: 1, maxTasks: 4 };

function web(schedules: readonly (typeof NIGHT)[] = []) {
  const scaling = {
    minTasks: 2,
    maxTasks: 8,
    cpuPercent: 50,
    requestsPerTaskPerMinute: 600,
    schedules: [...schedules],
  };
  return platform({ services: [service({ name: "web", scaling })] });
}

describe("a service's scaling", () => {
  test("moves its desired count between its bounds", () => {
    expect(resource(web(), "aws_appautoscaling_target.web")).toEqual(
      expect.objectContaining({
        service_namespace: "ecs",
        scalable_dimension: "ecs:service:DesiredCount",
        resource_id: "service/${aws_ecs_cluster.cluster.name}/${aws_ecs_service.web.name}",
        min_capacity: 2,
        max_capacity: 8,
      }),
    );
  });

  test("follows CPU and requests", () => {
    expect(tracking("cpu")).toMatchObject({
      target_value: 50,
      predefined_metric_specification: { predefined_metric_type: "ECSServiceAverageCPUUtilization" },
    });
    expect(tracking("requests")).toMatchObject({
      target_value: 600,
      predefined_metric_specification: {
        predefined_metric_type: "ALBRequestCountPerTarget",
        resource_label: "${aws_lb.ingress.arn_suffix}/${aws_lb_target_group.web.arn_suffix}",
      },
    });
  });

  test("changes its bounds by the clock", () => {
    expect(resource(web([NIGHT]), "aws_appautoscaling_scheduled_action.web_night")).toMatchObject({
      name: "production-web-night",
      schedule: "cron(0 22 * * ? *)",
      timezone: "UTC",
      scalable_target_action: { min_capacity: "1", max_capacity: "4" },
    });
  });

  test("leaves its bounds to the clock where that changes them, and only there", () => {
    expect(resource(web([NIGHT]), "aws_appautoscaling_target.web").lifecycle).toEqual({
      ignore_changes: ["min_capacity", "max_capacity"],
    });
    expect(resource(web(), "aws_appautoscaling_target.web")).not.toHaveProperty("lifecycle");
  });

  test("takes a schedule of any name", () => {
    const actions = addresses(web([{ ...NIGHT, name: "cpu" }]), "aws_appautoscaling_scheduled_action");
    expect(actions).toEqual(["aws_appautoscaling_scheduled_action.web_cpu"]);
  });

  function tracking(id: string): unknown {
    return resource(web(), `aws_appautoscaling_policy.web_${id}`).target_tracking_scaling_policy_configuration;
  }
});
