import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const ASSOCIATION = "aws_ecs_cluster_capacity_providers.capacity";

testRule("capacity/provider-associated", {
  fails: {
    "there is another one": {
      at: "aws_ecs_capacity_provider.further",
      edit: (json) => {
        json.copy("aws_autoscaling_group.capacity", "aws_autoscaling_group.further");
        json.set("aws_autoscaling_group.further", "name", "production-further");
        json.copy(PROVIDER, "aws_ecs_capacity_provider.further");
        json.set("aws_ecs_capacity_provider.further", "name", "production-further");
        json.set(
          "aws_ecs_capacity_provider.further",
          "auto_scaling_group_provider.auto_scaling_group_arn",
          "${aws_autoscaling_group.further.arn}",
        );
      },
    },
    "there is one of a group from elsewhere": {
      at: "aws_ecs_capacity_provider.further",
      edit: (json) => {
        // It would have to show the further one.
        json.remove("aws_cloudwatch_dashboard.detection_dashboard");
        json.copy(PROVIDER, "aws_ecs_capacity_provider.further");
        json.set("aws_ecs_capacity_provider.further", "name", "production-further");
        json.set(
          "aws_ecs_capacity_provider.further",
          "auto_scaling_group_provider.auto_scaling_group_arn",
          "arn:aws:autoscaling:us-east-1:000000000000:autoScalingGroup:0:autoScalingGroupName/elsewhere",
        );
        json.copy(
          "aws_cloudwatch_metric_alarm.detection_reservation_above_target",
          "aws_cloudwatch_metric_alarm.further",
        );
        json.set("aws_cloudwatch_metric_alarm.further", "alarm_name", "production-further");
        for (const actions of ["alarm_actions", "ok_actions"]) {
          json.set("aws_cloudwatch_metric_alarm.further", actions, ["${aws_sns_topic.notifications.arn}"]);
        }
        json.set(
          "aws_cloudwatch_metric_alarm.further",
          "dimensions.CapacityProviderName",
          "${aws_ecs_capacity_provider.further.name}",
        );
      },
    },
    "the association is gone": { at: PROVIDER, edit: (json) => json.remove(ASSOCIATION) },
    "it names another provider": {
      at: PROVIDER,
      edit: (json) => json.set(ASSOCIATION, "capacity_providers", ["FARGATE"]),
    },
  },
  undecided: {
    "which providers the cluster has is known only at apply": {
      at: PROVIDER,
      edit: (json) => json.set(ASSOCIATION, "capacity_providers", "${var.from_outside}"),
    },
  },
});
