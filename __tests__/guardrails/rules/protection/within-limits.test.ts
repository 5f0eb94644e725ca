import { testRule } from "../../../support/rule-test";

testRule("protection/within-limits", {
  fails: {
    "logs are kept for a time that there isn't": {
      at: "aws_cloudwatch_log_group.web",
      edit: (json) => json.set("aws_cloudwatch_log_group.web", "retention_in_days", 366),
    },
    "a rule of many has a number that is refused": {
      at: "aws_s3_bucket_lifecycle_configuration.state",
      edit: (json) =>
        json.set(
          "aws_s3_bucket_lifecycle_configuration.state",
          "rule.1.abort_incomplete_multipart_upload.days_after_initiation",
          0,
        ),
    },
    "a container has too few shares": {
      at: "aws_ecs_task_definition.web",
      edit: (json) => json.set("aws_ecs_task_definition.web", "container_definitions.0.cpu", 1),
    },
  },
  passes: {
    "a variable says it": (json) => json.set("aws_lb.ingress", "idle_timeout", "${var.seconds}"),
  },
});
