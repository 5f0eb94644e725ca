import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/waits-for-its-listener", {
  fails: {
    "it depends on everything else": {
      at: SERVICE,
      edit: (json) =>
        json.set(SERVICE, "depends_on", [
          "aws_ecs_cluster_capacity_providers.capacity",
          "aws_iam_role_policy.web_execution",
          "aws_iam_role_policy.instance",
        ]),
    },
    "it depends on nothing": { at: SERVICE, edit: (json) => json.unset(SERVICE, "depends_on") },
    "it depends on another service's": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "depends_on", ["aws_lb_listener_rule.api"]),
    },
  },
  passes: {
    "no listener leads to its target group": (json) => json.remove("aws_lb_listener_rule.web"),
  },
});
