import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const TARGET_GROUP = "aws_lb_target_group.web";

testRule("service/target-group-has-targets", {
  fails: {
    "it is a further one": {
      at: "aws_lb_target_group.further",
      edit: (json) => {
        // It would have to show the further one.
        json.remove("aws_cloudwatch_dashboard.detection_dashboard");
        json.copy(TARGET_GROUP, "aws_lb_target_group.further");
        json.copy("aws_lb_listener_rule.web", "aws_lb_listener_rule.further");
        const alarms = ["web_server_errors", "detection_web_slow_answers"].concat(
          ["a", "b", "c"].map((zone) => `detection_web_unhealthy_us_east_1${zone}`),
        );
        for (const alarm of alarms) {
          const further = `aws_cloudwatch_metric_alarm.further_${alarm}`;
          json.copy(`aws_cloudwatch_metric_alarm.${alarm}`, further);
          json.set(further, "alarm_name", `production-further-${alarm}`);
          for (const actions of ["alarm_actions", "ok_actions"]) {
            json.set(further, actions, ["${aws_sns_topic.notifications.arn}"]);
          }
          json.set(further, "dimensions.TargetGroup", "${aws_lb_target_group.further.arn_suffix}");
        }
        json.set("aws_lb_listener_rule.further", "priority", 150);
        json.set("aws_lb_listener_rule.further", "condition.1.path_pattern.values", ["/further/*"]);
        json.set("aws_lb_listener_rule.further", "action.0.target_group_arn", "${aws_lb_target_group.further.arn}");
      },
    },
    "the service has no load balancer": { at: TARGET_GROUP, edit: (json) => json.unset(SERVICE, "load_balancer") },
    "the service is gone": { at: TARGET_GROUP, edit: (json) => json.remove(SERVICE) },
  },
  undecided: {
    "a service's target group is known only at apply": {
      at: TARGET_GROUP,
      edit: (json) => json.set(SERVICE, "load_balancer.0.target_group_arn", "${var.from_outside}"),
    },
  },
  passes: {
    "there are no services": (json) => {
      json.remove(SERVICE);
      json.remove("aws_ecs_service.api");
    },
    "something else sends targets": (json) => {
      json.unset(SERVICE, "load_balancer");
      json.add(
        "aws_lb_target_group_attachment.web",
        { target_group_arn: "${aws_lb_target_group.web.arn}", target_id: "i-0123456789abcdef0" },
        SERVICE,
      );
    },
  },
});
