import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";

testRule("automation/machines-logged", {
  fails: {
    "nothing is logged": { at: MACHINE, edit: (json) => json.unset(MACHINE, "logging_configuration") },
    "the level is off": { at: MACHINE, edit: (json) => json.set(MACHINE, "logging_configuration.level", "OFF") },
    "only what ends it fatally is": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "logging_configuration.level", "FATAL"),
    },
    "it has no log group": {
      at: MACHINE,
      edit: (json) => json.unset(MACHINE, "logging_configuration.log_destination"),
    },
  },
});
