import { testRule } from "../../../support/rule-test";

testRule("cluster/one-association", {
  fails: {
    "there is another one": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) =>
        json.add(
          "aws_ecs_cluster_capacity_providers.further",
          { cluster_name: "${aws_ecs_cluster.cluster.name}", capacity_providers: ["FARGATE"] },
          "aws_ecs_cluster_capacity_providers.capacity",
        ),
    },
  },
});
