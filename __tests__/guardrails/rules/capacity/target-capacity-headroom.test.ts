import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const PATH = "auto_scaling_group_provider.managed_scaling.target_capacity";

testRule("capacity/target-capacity-headroom", {
  fails: {
    "it is 40": { at: PROVIDER, edit: (json) => json.set(PROVIDER, PATH, 40) },
    "it is 90": { at: PROVIDER, edit: (json) => json.set(PROVIDER, PATH, 90) },
    "it is 100": { at: PROVIDER, edit: (json) => json.set(PROVIDER, PATH, 100) },
    "it is 0": { at: PROVIDER, edit: (json) => json.set(PROVIDER, PATH, 0) },
    "it isn't set": { at: PROVIDER, edit: (json) => json.unset(PROVIDER, PATH) },
  },
  passes: {
    "it is 75": (json) => json.set(PROVIDER, PATH, 75),
  },
});
