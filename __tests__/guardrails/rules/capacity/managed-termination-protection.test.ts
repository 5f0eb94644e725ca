import { testRule } from "../../../support/rule-test";

const PATH = "auto_scaling_group_provider.managed_termination_protection";

testRule("capacity/managed-termination-protection", {
  fails: {
    "it is disabled": {
      at: "aws_ecs_capacity_provider.capacity",
      edit: (json) => json.set("aws_ecs_capacity_provider.capacity", PATH, "DISABLED"),
    },
    "it isn't set": {
      at: "aws_ecs_capacity_provider.capacity",
      edit: (json) => json.unset("aws_ecs_capacity_provider.capacity", PATH),
    },
  },
});
