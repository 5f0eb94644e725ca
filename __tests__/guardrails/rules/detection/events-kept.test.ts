import { testRule } from "../../../support/rule-test";

testRule("detection/events-kept", {
  fails: {
    "nothing keeps them": {
      at: "aws_cloudwatch_event_rule.detection_launch_failed",
      edit: (json) => {
        json.remove("aws_cloudwatch_event_target.detection_launch_failed_keep");
      },
    },
  },
});
