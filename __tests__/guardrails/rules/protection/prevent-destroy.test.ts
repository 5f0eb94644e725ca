import { testRule } from "../../../support/rule-test";

const loses = (address: string) => ({
  at: address,
  edit: (json: { unset(address: string, path: string): void }) => json.unset(address, "lifecycle"),
});

testRule("protection/prevent-destroy", {
  fails: {
    "the cluster's is false": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.set("aws_ecs_cluster.cluster", "lifecycle.prevent_destroy", false),
    },
    "the load balancer's lifecycle is gone": loses("aws_lb.ingress"),
    "the Auto Scaling group's is gone": loses("aws_autoscaling_group.capacity"),
    "the key's is gone": loses("aws_kms_key.key"),
    "the zone's is gone": loses("aws_route53_zone.zone"),
    "the state bucket's is gone": loses("aws_s3_bucket.state"),
    "the lock table's is gone": loses("aws_dynamodb_table.locks"),
  },
  waived: {
    "the environment is disposable": {
      at: "aws_lb.ingress",
      edit: (json) => {
        json.unset("aws_lb.ingress", "lifecycle");
        json.editDocument("production-platform", ({ provider }) => {
          Object(provider).aws[0].default_tags[0].tags.Disposable = "true";
        });
      },
    },
  },
});
