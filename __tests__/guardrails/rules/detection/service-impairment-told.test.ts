import { testRule } from "../../../support/rule-test";

testRule("detection/service-impairment-told", {
  fails: {
    "its rule is off": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_service_impaired", "state", "DISABLED");
      },
    },
    "its rule waits for an event that never comes": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_service_impaired", "event_pattern.detail-type.0", "Nothing");
      },
    },
    "placement failures aren't among it": {
      at: "aws_ecs_cluster.cluster",
      edit: (json) => {
        json.unset("aws_cloudwatch_event_rule.detection_service_impaired", "event_pattern.detail.eventName.1");
      },
    },
  },
});
