import { testRule } from "../../../support/rule-test";

const FALLBACK = "aws_sfn_state_machine.spot_fallback";
const GUARDING = "definition.States.Guard each target group.ItemProcessor.States.Guard it.Branches.0.States";
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
    "what starts it has it by another name": {
      at: GUARD,
      edit: (json) => json.unset(GUARD, "definition.States.Read the warning.Parameters"),
    },
    "a Map gives its items as they are": {
      at: GUARD,
      edit: (json) => json.unset(GUARD, "definition.States.Guard each target group.ItemSelector"),
    },
    "the items of a Map come out without it": {
      at: GUARD,
      edit: (json) =>
        json.unset(GUARD, `${GUARDING}.Sort them.ItemProcessor.States.Whose is it, and how?.Parameters.target`),
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
    "a machine is started with what isn't known": (json) => {
      json.unset(FALLBACK, "definition.States.Begin.Parameters");
      for (const name of ["daily", "launch_failed", "tasks_waiting"]) {
        const target = `aws_cloudwatch_event_target.spot_fallback_${name}_target`;
        json.set(target, "input_transformer", { input_template: "<whole>" });
      }
    },
  },
});
