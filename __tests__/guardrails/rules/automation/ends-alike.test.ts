import { testRule } from "../../../support/rule-test";

const GUARD = "aws_sfn_state_machine.drain_guard";
const BRANCH =
  "definition.States.Guard each target group.ItemProcessor.States.Guard it.Branches.0.States.They are addresses: whose?.Branches.0.States.Whose addresses are they?.ItemProcessor.States";

testRule("automation/ends-alike", {
  fails: {
    "one way leaves a list out": {
      at: GUARD,
      edit: (json) => json.unset(GUARD, `${BRANCH}.It stays.Result.leaving`),
    },
    "one way gives something else": {
      at: GUARD,
      edit: (json) => json.unset(GUARD, `${BRANCH}.It leaves.Parameters`),
    },
  },
  passes: {
    "a failure says more": (json) =>
      json.set(
        GUARD,
        "definition.States.Guard each target group.ItemProcessor.States.It couldn't be guarded.Parameters.more",
        1,
      ),
    "a machine in JSONata isn't looked at": (json) => {
      json.unset(GUARD, `${BRANCH}.It stays.Result.leaving`);
      json.set(GUARD, "definition.QueryLanguage", "JSONata");
    },
  },
});
