import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const PATH = "auto_scaling_group_provider.managed_termination_protection";

testRule("capacity/managed-termination-protection", {
  fails: {
    "it is DISABLED": { at: PROVIDER, edit: (json) => json.set(PROVIDER, PATH, "DISABLED") },
    "it isn't set": { at: PROVIDER, edit: (json) => json.unset(PROVIDER, PATH) },
  },
});
