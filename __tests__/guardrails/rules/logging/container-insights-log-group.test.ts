import { testRule } from "../../../support/rule-test";

testRule("logging/container-insights-log-group", {
  fails: {
    "the group is gone": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.remove("aws_cloudwatch_log_group.cluster_insights"),
    },
    "the group has another name": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.set("aws_cloudwatch_log_group.cluster_insights", "name", "/production/insights"),
    },
  },
  passes: {
    "the cluster has no Container Insights": (json) => {
      json.set("aws_ecs_cluster.cluster", "setting", [{ name: "containerInsights", value: "disabled" }]);
      json.remove("aws_cloudwatch_log_group.cluster_insights");
    },
  },
  undecided: {
    "a variable names it": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => json.set("aws_cloudwatch_log_group.cluster_insights", "name", "${var.name}"),
    },
  },
});
