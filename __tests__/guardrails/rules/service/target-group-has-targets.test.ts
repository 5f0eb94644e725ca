import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/target-group-has-targets", {
  fails: {
    "the service has no load balancer": {
      at: "aws_lb_target_group.web",
      edit: (json) => json.unset(SERVICE, "load_balancer"),
    },
    "the service is gone": { at: "aws_lb_target_group.web", edit: (json) => json.remove(SERVICE) },
  },
  passes: {
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
