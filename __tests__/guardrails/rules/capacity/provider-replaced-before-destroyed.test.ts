import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";

testRule("capacity/provider-replaced-before-destroyed", {
  fails: {
    "it is destroyed first": {
      at: PROVIDER,
      edit: (json) => json.set(PROVIDER, "lifecycle.create_before_destroy", false),
    },
    "there is no lifecycle": { at: PROVIDER, edit: (json) => json.unset(PROVIDER, "lifecycle") },
  },
});
