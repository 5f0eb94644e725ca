import { testRule } from "../../../support/rule-test";

testRule("network/security-groups-in-use", {
  fails: {
    "a further one is like another": {
      at: "aws_security_group.further",
      edit: (json) => json.copy("aws_security_group.endpoints", "aws_security_group.further"),
    },
    "nothing is in it": {
      at: "aws_security_group.left_over",
      edit: (json) =>
        json.add("aws_security_group.left_over", { vpc_id: "${aws_vpc.network.id}" }, "aws_security_group.compute"),
    },
    "a rule names it, and nothing else": {
      at: "aws_security_group.left_over",
      edit: (json) => {
        json.add("aws_security_group.left_over", { vpc_id: "${aws_vpc.network.id}" }, "aws_security_group.compute");
        json.set("aws_security_group.compute", "ingress.0.security_groups", ["${aws_security_group.left_over.id}"]);
      },
    },
    "the load balancer left it": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_lb.ingress", "security_groups", ["${aws_security_group.compute.id}"]),
    },
  },
  undecided: {
    "a variable names the load balancer's groups": {
      at: "aws_security_group.load_balancer",
      edit: (json) => json.set("aws_lb.ingress", "security_groups", "${var.groups}"),
    },
  },
  passes: {
    "an instance is in it": (json) => {
      json.add("aws_security_group.own", { vpc_id: "${aws_vpc.network.id}" }, "aws_security_group.compute");
      const instance = { vpc_security_group_ids: ["${aws_security_group.own.id}"] };
      json.add("aws_instance.own", instance, "aws_security_group.compute");
    },
  },
});
