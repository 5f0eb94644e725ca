import { testRule } from "../../../support/rule-test";

testRule("detection/state-machine-failure-told", {
  fails: {
    "its rule is off": {
      at: "aws_sfn_state_machine.detection_lock_check",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_state_machine_failed", "state", "DISABLED");
      },
    },
    "its rule waits for an event that never comes": {
      at: "aws_sfn_state_machine.detection_lock_check",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_state_machine_failed", "event_pattern.detail-type.0", "Nothing");
      },
    },
    "time-outs aren't among it": {
      at: "aws_sfn_state_machine.detection_lock_check",
      edit: (json) => {
        json.set("aws_cloudwatch_event_rule.detection_state_machine_failed", "event_pattern.detail.status", ["FAILED"]);
      },
    },
  },
});
