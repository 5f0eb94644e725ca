import { testRule } from "../../../support/rule-test";

const FALLBACK = "aws_sfn_state_machine.spot_fallback";
const GUARD = "aws_sfn_state_machine.drain_guard";

testRule("automation/states-read-what-is-there", {
  fails: {
    "what a state wrote is gone": {
      at: FALLBACK,
      edit: (json) => json.unset(FALLBACK, "definition.States.Weigh.Parameters"),
    },
    "one of several ways leaves it out": {
      at: FALLBACK,
      edit: (json) => json.unset(FALLBACK, "definition.States.NoEnd.Result"),
    },
    "an answer of AWS has it by another name": {
      at: FALLBACK,
      edit: (json) => json.unset(FALLBACK, "definition.States.Look.ResultSelector"),
    },
    "a test has just found that it isn't there": {
      at: GUARD,
      edit: (json) => json.set(GUARD, "definition.States.Is it there?.Choices.0.IsPresent", false),
    },
    "an element is compared that may not be there": {
      at: FALLBACK,
      edit: (json) => json.unset(FALLBACK, "definition.States.Judge.Choices.4.And.0"),
    },
    "a Map doesn't hand it on": {
      at: GUARD,
      edit: (json) => json.set(GUARD, "definition.States.Guard each target group.ItemSelector", { taken: 0 }),
    },
  },
  undecided: {
    "the definition is known only at apply": {
      at: GUARD,
      edit: (json) => json.set(GUARD, "definition", "${var.from_outside}"),
    },
  },
  passes: {
    "a machine in JSONata isn't looked at": (json) => {
      json.unset(FALLBACK, "definition.States.Weigh.Parameters");
      json.set(FALLBACK, "definition.QueryLanguage", "JSONata");
    },
    "a machine's own input may hold anything": (json) => json.unset(FALLBACK, "definition.States.Begin.Parameters"),
  },
});
