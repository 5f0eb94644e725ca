import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const ASSOCIATION = "aws_ecs_cluster_capacity_providers.capacity";

testRule("capacity/provider-associated", {
  fails: {
    "there is another one": {
      at: "aws_ecs_capacity_provider.further",
      edit: (json) => {
        json.copy("aws_autoscaling_group.capacity", "aws_autoscaling_group.further");
        json.set("aws_autoscaling_group.further", "name", "production-further");
        json.copy(PROVIDER, "aws_ecs_capacity_provider.further");
        json.set("aws_ecs_capacity_provider.further", "name", "production-further");
        json.set(
          "aws_ecs_capacity_provider.further",
          "auto_scaling_group_provider.auto_scaling_group_arn",
          "${aws_autoscaling_group.further.arn}",
        );
      },
    },
    "the association is gone": { at: PROVIDER, edit: (json) => json.remove(ASSOCIATION) },
    "it names another provider": {
      at: PROVIDER,
      edit: (json) => json.set(ASSOCIATION, "capacity_providers", ["FARGATE"]),
    },
  },
  undecided: {
    "which providers the cluster has is known only at apply": {
      at: PROVIDER,
      edit: (json) => json.set(ASSOCIATION, "capacity_providers", "${var.from_outside}"),
    },
  },
});
