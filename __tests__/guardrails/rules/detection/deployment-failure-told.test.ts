import { testRule } from "../../../support/rule-test";

testRule("detection/deployment-failure-told", {
  fails: {
    "its rule is off": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_deployment_failed", "state", "DISABLED");
      },
    },
    "its rule waits for an event that never comes": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_deployment_failed", "event_pattern.detail-type.0", "Nothing");
      },
    },
    "it is another cluster's services that it waits for": {
      at: "aws_ecs_service.web",
      edit: (json) => {
        json.set(
          "aws_cloudwatch_event_rule.detection_deployment_failed",
          "event_pattern.resources.0.prefix",
          "arn:aws:ecs:us-east-1:000000000000:service/staging/",
        );
      },
    },
  },
});
