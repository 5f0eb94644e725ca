import { testRule } from "../../../support/rule-test";

const ASSOCIATION = "aws_ecs_cluster_capacity_providers.capacity";
const PATH = "default_capacity_provider_strategy.0.capacity_provider";

testRule("cluster/default-strategy", {
  fails: {
    "there is none": { at: ASSOCIATION, edit: (json) => json.unset(ASSOCIATION, "default_capacity_provider_strategy") },
    "it names another provider": { at: ASSOCIATION, edit: (json) => json.set(ASSOCIATION, PATH, "other") },
  },
  undecided: {
    "it names one that is known only at apply": {
      at: ASSOCIATION,
      edit: (json) => json.set(ASSOCIATION, PATH, "${var.from_outside}"),
    },
  },
});
