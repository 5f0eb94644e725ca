import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "load_balancer.0.target_group_arn";

testRule("service/own-target-group", {
  fails: {
    "another service has it too": {
      at: SERVICE,
      edit: (json) => {
        // It would have to show the further one.
        json.remove("aws_cloudwatch_dashboard.detection_dashboard");
        json.copy(SERVICE, "aws_ecs_service.further");
        json.set("aws_ecs_service.further", "name", "further");
        for (const scaling of ["target.web", "policy.web_cpu", "policy.web_memory"]) {
          const further = `aws_appautoscaling_${scaling.replace("web", "further")}`;
          json.copy(`aws_appautoscaling_${scaling.replace("memory", "cpu")}`, further);
          json.set(further, "resource_id", "service/production/further");
        }
        for (const alarm of ["tasks_missing", "tasks_waiting"]) {
          const further = `aws_cloudwatch_metric_alarm.further_${alarm}`;
          const own = `aws_cloudwatch_metric_alarm.detection_web_${alarm}`;
          json.copy(own, further);
          for (const actions of ["alarm_actions", "ok_actions"]) {
            json.set(further, actions, ["${aws_sns_topic.notifications.arn}"]);
          }
          for (const path of ["dimensions", "metric_query.1.metric.dimensions", "metric_query.2.metric.dimensions"]) {
            if (path === "dimensions" ? alarm === "tasks_waiting" : alarm === "tasks_missing") {
              json.set(further, `${path}.ServiceName`, "${aws_ecs_service.further.name}");
            }
          }
        }
        json.unset("aws_appautoscaling_target.further", "lifecycle");
        json.set(
          "aws_appautoscaling_policy.further_memory",
          "target_tracking_scaling_policy_configuration.predefined_metric_specification.predefined_metric_type",
          "ECSServiceAverageMemoryUtilization",
        );
      },
    },
    "it has another service's": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, PATH, "${aws_lb_target_group.api.arn}"),
    },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, PATH) },
    "the target group is gone": { at: SERVICE, edit: (json) => json.remove("aws_lb_target_group.web") },
  },
});
