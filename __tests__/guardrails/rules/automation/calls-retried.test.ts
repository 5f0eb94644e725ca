import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.drain_guard";
const CALL = "definition.States.Find the instance in the cluster";

testRule("automation/calls-retried", {
  fails: {
    "a call isn't": { at: MACHINE, edit: (json) => json.unset(MACHINE, `${CALL}.Retry`) },
    "a call is tried twice only": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, `${CALL}.Retry.0.MaxAttempts`, 1),
    },
    "its waits don't grow": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, `${CALL}.Retry.0.BackoffRate`, 1),
    },
    "those of a machine with few calls don't": {
      at: "aws_sfn_state_machine.detection_lock_check",
      edit: (json) =>
        json.set("aws_sfn_state_machine.detection_lock_check", "definition.States.Count.Retry.0.BackoffRate", 1),
    },
    "it is tried again at once": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, `${CALL}.Retry.0.IntervalSeconds`, 0),
    },
    "its longest wait is its first": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, `${CALL}.Retry.0.MaxDelaySeconds`, 1),
    },
    "only a timeout is": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, `${CALL}.Retry.0.ErrorEquals`, ["States.Timeout"]),
    },
  },
  undecided: {
    "the definition is known only at apply": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "definition", "${var.from_outside}"),
    },
  },
});
