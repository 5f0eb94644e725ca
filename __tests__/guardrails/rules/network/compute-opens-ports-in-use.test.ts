import { testRule } from "../../../support/rule-test";

testRule("network/compute-opens-ports-in-use", {
  fails: {
    "all ports of tasks are open": {
      at: "aws_security_group.api",
      edit: (json) => {
        json.set("aws_security_group.api", "ingress.0.from_port", 0);
        json.set("aws_security_group.api", "ingress.0.to_port", 65535);
      },
    },
    "all protocols are": {
      at: "aws_security_group.api",
      edit: (json) => json.set("aws_security_group.api", "ingress.0.protocol", "-1"),
    },
    "ports below the dynamic ones are": {
      at: "aws_security_group.compute",
      edit: (json) => json.set("aws_security_group.compute", "ingress.0.from_port", 1024),
    },
    "a port is open that no container has": {
      at: "aws_security_group.api",
      edit: (json) => {
        json.set("aws_security_group.api", "ingress.0.from_port", 9999);
        json.set("aws_security_group.api", "ingress.0.to_port", 9999);
      },
    },
  },
  undecided: {
    "a variable says the port": {
      at: "aws_security_group.api",
      edit: (json) => json.set("aws_security_group.api", "ingress.0.from_port", "${var.port}"),
    },
    "a variable says the containers": {
      at: "aws_security_group.api",
      edit: (json) => json.set("aws_ecs_task_definition.api", "container_definitions", "${var.containers}"),
    },
  },
});
