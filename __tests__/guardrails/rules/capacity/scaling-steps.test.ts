import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const SCALING = "auto_scaling_group_provider.managed_scaling";

testRule("capacity/scaling-steps", {
  fails: {
    "it takes more than the group may have": {
      at: PROVIDER,
      edit: (json) => json.set(PROVIDER, `${SCALING}.maximum_scaling_step_size`, 100),
    },
    "it takes two at least": {
      at: PROVIDER,
      edit: (json) => json.set(PROVIDER, `${SCALING}.minimum_scaling_step_size`, 2),
    },
    "it takes one at most": {
      at: PROVIDER,
      edit: (json) => json.set(PROVIDER, `${SCALING}.maximum_scaling_step_size`, 1),
    },
  },
});
