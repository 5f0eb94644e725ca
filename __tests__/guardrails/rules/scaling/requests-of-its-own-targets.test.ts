import { testRule } from "../../../support/rule-test";

const POLICY = "aws_appautoscaling_policy.web_requests";
const PATH = "target_tracking_scaling_policy_configuration.predefined_metric_specification.resource_label";

testRule("scaling/requests-of-its-own-targets", {
  fails: {
    "it counts another service's": {
      at: POLICY,
      edit: (json) => json.set(POLICY, PATH, "${aws_lb.ingress.arn_suffix}/${aws_lb_target_group.api.arn_suffix}"),
    },
    "there is no label": { at: POLICY, edit: (json) => json.unset(POLICY, PATH) },
  },
  undecided: {
    "the label is known only at apply": { at: POLICY, edit: (json) => json.set(POLICY, PATH, "${var.from_outside}") },
  },
  passes: {
    "the label is text": (json) => json.set(POLICY, PATH, "app/main/0123456789abcdef/targetgroup/web/0123456789abcdef"),
  },
});
