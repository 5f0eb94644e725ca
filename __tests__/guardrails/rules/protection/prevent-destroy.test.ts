import { testRule } from "../../../support/rule-test";

testRule("protection/prevent-destroy", {
  fails: {
    "the cluster's is false": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.set("aws_ecs_cluster.cluster", "lifecycle.prevent_destroy", false),
    },
    "the load balancer's lifecycle is gone": {
      at: "aws_lb.load_balancer",
      edit: (json) => json.unset("aws_lb.load_balancer", "lifecycle"),
    },
  },
});
