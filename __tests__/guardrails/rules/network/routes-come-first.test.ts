import { testRule } from "../../../support/rule-test";

testRule("network/routes-come-first", {
  fails: {
    "instances wait for none": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.unset("aws_autoscaling_group.capacity", "depends_on"),
    },
    "the load balancer doesn't wait for one": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_lb.ingress", "depends_on.2"),
    },
  },
});
