import { testRule } from "../../../support/rule-test";

const FALLBACK = "aws_sfn_state_machine.spot_fallback";

testRule("automation/fallback-bound-one", {
  fails: {
    "it sets less than it compares with": {
      at: FALLBACK,
      edit: (json) => json.set(FALLBACK, "definition.States.ToBound.Result", 75),
    },
    "it thinks itself there too early": {
      at: FALLBACK,
      edit: (json) => json.set(FALLBACK, "definition.States.Missing.Choices.1.NumericGreaterThanEquals", 75),
    },
  },
  passes: {
    "another bound": (json) => {
      json.set(FALLBACK, "definition.States.ToBound.Result", 75);
      for (const index of [1, 2])
        json.set(FALLBACK, `definition.States.Missing.Choices.${index}.NumericGreaterThanEquals`, 75);
    },
  },
});
