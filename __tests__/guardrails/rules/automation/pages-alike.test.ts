import { testRule } from "../../../support/rule-test";

const GUARD = "aws_sfn_state_machine.drain_guard";
const STATES =
  "definition.States.Guard each target group.ItemProcessor.States.Guard it.Branches.0.States.Who leaves?.Branches.0.States";

testRule("automation/pages-alike", {
  fails: {
    "further pages are smaller": {
      at: GUARD,
      edit: (json) => json.set(GUARD, `${STATES}.List more draining instances.Parameters.MaxResults`, 10),
    },
    "further pages are of others": {
      at: GUARD,
      edit: (json) => json.set(GUARD, `${STATES}.List more draining instances.Parameters.Status`, "ACTIVE"),
    },
  },
});
