import { testRule } from "../../../support/rule-test";

testRule("network/security-groups-named", {
  fails: {
    "the load balancer names none": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_lb.ingress", "security_groups"),
    },
    "instances name none": {
      at: "aws_launch_template.capacity",
      edit: (json) => json.unset("aws_launch_template.capacity", "network_interfaces.0.security_groups"),
    },
    "tasks name none": {
      at: "aws_ecs_service.api",
      edit: (json) => json.unset("aws_ecs_service.api", "network_configuration.security_groups"),
    },
    "an endpoint names none": {
      at: "aws_vpc_endpoint.endpoint_ssm",
      edit: (json) => json.unset("aws_vpc_endpoint.endpoint_ssm", "security_group_ids"),
    },
  },
  passes: {
    "a group is another stack's": (json) => json.set("aws_lb.ingress", "security_groups", ["sg-00000000"]),
  },
});
