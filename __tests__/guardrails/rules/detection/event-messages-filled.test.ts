import { testRule } from "../../../support/rule-test";

testRule("detection/event-messages-filled", {
  fails: {
    "a path is missing": {
      at: "aws_cloudwatch_event_target.detection_launch_failed_tell",
      edit: (json) => {
        json.unset("aws_cloudwatch_event_target.detection_launch_failed_tell", "input_transformer.input_paths.reason");
      },
    },
  },
});
