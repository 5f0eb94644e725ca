import { testRule } from "../../../support/rule-test";

const MACHINE = "aws_sfn_state_machine.detection_lock_check";
const FALLBACK = "aws_sfn_state_machine.spot_fallback";

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
    "a call is any": {
      at: MACHINE,
      edit: (json) => json.set(MACHINE, "definition.States.Count.Resource", "arn:aws:states:::*"),
    },
    "it has no time": { at: MACHINE, edit: (json) => json.set(MACHINE, "definition.TimeoutSeconds", 0) },
    "it polls without a pause": {
      at: FALLBACK,
      edit: (json) => json.set(FALLBACK, "definition.States.Wait.Seconds", 0),
    },
    "a page has no room": {
      at: FALLBACK,
      edit: (json) => json.set(FALLBACK, "definition.States.LookAtLaunches.Parameters.MaxRecords", 0),
    },
    "a Parallel has no branch": {
      at: "aws_sfn_state_machine.drain_guard",
      edit: (json) =>
        json.set(
          "aws_sfn_state_machine.drain_guard",
          "definition.States.Guard each target group.ItemProcessor.States.Guard it.Branches",
          [],
        ),
    },
    "a Catch is of nothing": {
      at: FALLBACK,
      edit: (json) => json.set(FALLBACK, "definition.States.Rise.Catch.0.ErrorEquals", []),
    },
    "a choice asks for nothing": {
      at: FALLBACK,
      edit: (json) => json.set(FALLBACK, "definition.States.Judge.Choices.4.And", []),
    },
  },
});
