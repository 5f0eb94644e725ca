import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.spot_fallback";
const CALL = "definition.States.Rise";

testRule("automation/calls-alike", {
  fails: {
    "one call waits less between its tries": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, `${CALL}.Retry.0.MaxDelaySeconds`, 30),
    },
    "one call has less time": { at: MACHINE, edit: (json) => json.set(MACHINE, `${CALL}.TimeoutSeconds`, 15) },
    "one call has no end": { at: MACHINE, edit: (json) => json.unset(MACHINE, `${CALL}.TimeoutSeconds`) },
  },
  passes: {
    "a half of a machine's calls is another kind": (json) => {
      for (const name of ["Rise", "Fall", "Look", "Rehearse"]) {
        json.set(MACHINE, `definition.States.${name}.TimeoutSeconds`, 15);
      }
    },
  },
});
