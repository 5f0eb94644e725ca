import { testRule } from "../../../support/rule-test";

testRule("protection/prevent-destroy", {
  fails: {
    "the cluster's is false": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.set("aws_ecs_cluster.cluster", "lifecycle.prevent_destroy", false),
    },
    "the load balancer's lifecycle is gone": {
      at: "aws_lb.ingress",
      edit: (json) => json.unset("aws_lb.ingress", "lifecycle"),
    },
    "the group's is gone": {
      at: "aws_autoscaling_group.capacity",
      edit: (json) => json.unset("aws_autoscaling_group.capacity", "lifecycle.prevent_destroy"),
    },
    "the key's is gone": { at: "aws_kms_key.key", edit: (json) => json.unset("aws_kms_key.key", "lifecycle") },
    "the zone's is gone": {
      at: "aws_route53_zone.zone",
      edit: (json) => json.unset("aws_route53_zone.zone", "lifecycle"),
    },
    "the state's bucket has none": {
      at: "aws_s3_bucket.state",
      edit: (json) => json.unset("aws_s3_bucket.state", "lifecycle"),
    },
    "the state's key has none": {
      at: "aws_kms_key.state",
      edit: (json) => json.unset("aws_kms_key.state", "lifecycle"),
    },
    "the lock table has none": {
      at: "aws_dynamodb_table.locks",
      edit: (json) => json.unset("aws_dynamodb_table.locks", "lifecycle"),
    },
  },
});
