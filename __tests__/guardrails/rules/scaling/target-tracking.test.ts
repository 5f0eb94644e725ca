import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const POLICY = "aws_appautoscaling_policy.web_cpu";

testRule("scaling/target-tracking", {
  fails: {
    "one metric is left": { at: SERVICE, edit: (json) => json.remove(POLICY) },
    "both follow the same metric": {
      at: SERVICE,
      edit: (json) =>
        json.set(
          "aws_appautoscaling_policy.web_requests",
          "target_tracking_scaling_policy_configuration.predefined_metric_specification.predefined_metric_type",
          "ECSServiceAverageCPUUtilization",
        ),
    },
    "one only steps": { at: SERVICE, edit: (json) => json.set(POLICY, "policy_type", "StepScaling") },
    "one is another service's": {
      at: SERVICE,
      edit: (json) => json.set(POLICY, "resource_id", "${aws_appautoscaling_target.api.resource_id}"),
    },
    "there is no scaling target": { at: SERVICE, edit: (json) => json.remove("aws_appautoscaling_target.web") },
  },
});
