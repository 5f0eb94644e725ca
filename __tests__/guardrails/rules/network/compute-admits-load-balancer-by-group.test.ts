import { testRule } from "../../../support/rule-test";

testRule("network/compute-admits-load-balancer-by-group", {
  fails: {
    "a range is let in instead": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.cidr_blocks", ["10.20.0.0/16"]),
    },
    "the load balancer isn't let in": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_security_group.compute", "ingress", []),
    },
    "another group is let in instead": {
      at: "aws_ecs_service.api",
      edit: (json) =>
        json.set("aws_security_group.api", "ingress.0.security_groups", ["${aws_security_group.compute.id}"]),
    },
    "it is let in on another port": {
      at: "aws_ecs_service.api",
      edit: (json) => {
        json.set("aws_security_group.api", "ingress.0.from_port", 9091);
        json.set("aws_security_group.api", "ingress.0.to_port", 9091);
      },
    },
    "instances are in the tasks' group": {
      at: "aws_ecs_service.web",
      edit: (json) =>
        json.set("aws_launch_template.capacity", "network_interfaces.0.security_groups", [
          "${aws_security_group.api.id}",
        ]),
    },
    "it is let in below the dynamic ports": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.to_port", 32768),
    },
  },
  passes: {
    "the load balancer is another stack's": (json) => {
      json.remove("aws_lb.ingress");
      json.set("aws_security_group.compute", "ingress", []);
    },
  },
  undecided: {
    "a variable says who is let in": {
      at: "aws_ecs_service.web",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.security_groups", ["${var.group}"]),
    },
  },
});
