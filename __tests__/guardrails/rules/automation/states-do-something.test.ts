import { testRule } from "../../../support/rule-test";

const FALLBACK = "aws_sfn_state_machine.spot_fallback";
const GUARD = "aws_sfn_state_machine.drain_guard";
const GUARDING =
  "definition.States.Guard each target group.ItemProcessor.States.Guard it.Branches.0.States.They are addresses: whose?.Branches.0.States";

testRule("automation/states-do-something", {
  fails: {
    "a Pass hands on what it was given": {
      at: GUARD,
      edit: (json) => json.unset(GUARD, `${GUARDING}.Add their addresses.Parameters`),
    },
    "a Pass copies all into a field": {
      at: GUARD,
      edit: (json) => json.unset(GUARD, `${GUARDING}.No addresses yet.Result`),
    },
    "an And of one test": {
      at: FALLBACK,
      edit: (json) => json.unset(FALLBACK, "definition.States.Judge.Choices.4.And.1"),
    },
  },
  passes: {
    "a Pass with a comment stands for what it says": (json) =>
      json.set(FALLBACK, "definition.States.StepUp", { Type: "Pass", Comment: "Later", Next: "ToBound" }),
  },
});
