import { testRule } from "../../../support/rule-test";

const RULE = "aws_cloudwatch_event_rule.detection_state_machine_failed";
const PATH = "event_pattern.detail.stateMachineArn";

testRule("detection/patterns-match", {
  fails: {
    "a wildcard in a prefix": {
      at: RULE,
      edit: (json) => json.set(RULE, PATH, [{ prefix: "arn:aws:states:*:000000000000:stateMachine:production-" }]),
    },
  },
  passes: {
    "where a wildcard is read": (json) =>
      json.set(RULE, PATH, [{ wildcard: "arn:aws:states:*:000000000000:stateMachine:production-*" }]),
  },
});
