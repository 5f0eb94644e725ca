import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";

testRule("service/then-binpack", {
  fails: {
    "they are only spread": { at: SERVICE, edit: (json) => json.unset(SERVICE, "ordered_placement_strategy.1") },
    "they are packed by nothing that they take": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "ordered_placement_strategy.1.field", "instanceId"),
    },
    "they are placed at random": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, "ordered_placement_strategy.1", { type: "random" }),
    },
  },
});
