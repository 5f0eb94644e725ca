import { testRule } from "../../../support/rule-test";

const TARGET = "aws_cloudwatch_event_target.detection_launch_failed_tell";

testRule("detection/messages-readable", {
  fails: {
    "the event is sent as it is": { at: TARGET, edit: (json) => json.unset(TARGET, "input_transformer") },
  },
});
