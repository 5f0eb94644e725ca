import { testRule } from "../../../support/rule-test";

testRule("cluster/one-association", {
  fails: {
    "there is another one, and the services wait for both": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.copy("aws_ecs_cluster_capacity_providers.capacity", "aws_ecs_cluster_capacity_providers.further");
        for (const service of ["aws_ecs_service.web", "aws_ecs_service.api"])
          json.set(service, "depends_on.4", "aws_ecs_cluster_capacity_providers.further");
      },
    },
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
