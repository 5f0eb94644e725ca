import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.detection_lock_check";

testRule("automation/definitions-whole", {
  fails: {
    "a state leads to none": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "definition.States.Count.Next", "Nowhere"),
    },
    "a state is gone": { at: MACHINE, edit: (json) => json.unset(MACHINE, "definition.States.Publish") },
    "a state leads nowhere": { at: MACHINE, edit: (json) => json.unset(MACHINE, "definition.States.Publish.End") },
    "it starts at none": { at: MACHINE, edit: (json) => json.unset(MACHINE, "definition.StartAt") },
    "a call is none": { at: MACHINE, edit: (json) => json.unset(MACHINE, "definition.States.Count.Resource") },
  },
});
