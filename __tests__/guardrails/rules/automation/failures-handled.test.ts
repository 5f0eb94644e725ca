import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";

testRule("automation/failures-handled", {
  fails: {
    "one call's failure isn't caught": {
      at: MACHINE,
      edit: (json) => json.unset(MACHINE, "definition.States.Rise.Catch"),
    },
    "only its timeout is": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "definition.States.Rise.Catch.0.ErrorEquals", ["States.Timeout"]),
    },
  },
  undecided: {
    "the definition is known only at apply": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "definition", "${var.from_outside}"),
    },
  },
  passes: {
    "a machine that catches none": (json) =>
      json.set("aws_sfn_state_machine.detection_lock_check", "definition.Comment", "plain"),
  },
});
