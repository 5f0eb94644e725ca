import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "load_balancer.0.target_group_arn";

testRule("service/own-target-group", {
  fails: {
    "it has another service's": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, PATH, "${aws_lb_target_group.api.arn}"),
    },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, PATH) },
    "the target group is gone": { at: SERVICE, edit: (json) => json.remove("aws_lb_target_group.web") },
  },
});
