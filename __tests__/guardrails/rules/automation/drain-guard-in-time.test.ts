import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.drain_guard";
const LOOK_AT = "definition.States.Read the warning.Parameters.groups.0.lookAtSeconds";

testRule("automation/drain-guard-in-time", {
  fails: {
    "it waits too long": { at: MACHINE, edit: (json) => json.set(MACHINE, LOOK_AT, 81) },
    "it gives replacements no time": { at: MACHINE, edit: (json) => json.set(MACHINE, LOOK_AT, 0) },
    "connections take longer to end than it knows": {
      at: MACHINE,
      edit: (json) => json.set("aws_lb_target_group.web", "deregistration_delay", "45"),
    },
  },
  undecided: {
    "the delay is known only at apply": {
      at: MACHINE,
      edit: (json) => json.set("aws_lb_target_group.web", "deregistration_delay", "${var.from_outside}"),
    },
  },
  passes: {
    "it waits less": (json) => json.set(MACHINE, LOOK_AT, 50),
  },
});
