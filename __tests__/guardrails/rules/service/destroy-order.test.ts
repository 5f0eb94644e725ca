import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/destroy-order", {
  fails: {
    "it depends on all but the association": {
      at: SERVICE,
      edit: (json) =>
        json.set(SERVICE, "depends_on", [
          "aws_lb_listener_rule.web",
          "aws_iam_role_policy.web_execution",
          "aws_iam_role_policy.instance",
        ]),
    },
    "it depends on nothing": { at: SERVICE, edit: (json) => json.unset(SERVICE, "depends_on") },
    "it doesn't depend on the association": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "depends_on", ["aws_iam_role_policy.instance"]),
    },
    "neither it nor its instances depend on the agents' permissions": {
      at: SERVICE,
      edit: (json) => {
        json.set(SERVICE, "depends_on", ["aws_ecs_cluster_capacity_providers.capacity"]);
        json.unset("aws_launch_template.capacity", "depends_on");
      },
    },
  },
  passes: {
    "it depends on them by way of another": (json) => {
      json.set("aws_lb_listener_rule.web", "depends_on", [
        "aws_ecs_cluster_capacity_providers.capacity",
        "aws_iam_role_policy.instance",
      ]);
      json.set(SERVICE, "depends_on", ["aws_lb_listener_rule.web"]);
    },
  },
});
