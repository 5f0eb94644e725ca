import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/strategy-has-weight", {
  fails: {
    "it is 0": { at: SERVICE, edit: (json) => json.set(SERVICE, "capacity_provider_strategy.0.weight", 0) },
    "it isn't set": { at: SERVICE, edit: (json) => json.unset(SERVICE, "capacity_provider_strategy.0.weight") },
  },
});
