import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/spread-over-zones", {
  fails: {
    "they are packed first": { at: SERVICE, edit: (json) => json.unset(SERVICE, "ordered_placement_strategy.0") },
    "they are spread over instances": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "ordered_placement_strategy.0.field", "instanceId"),
    },
  },
  passes: {
    "there is no strategy, and so ECS's own, which does": (json) => json.unset(SERVICE, "ordered_placement_strategy"),
  },
});
