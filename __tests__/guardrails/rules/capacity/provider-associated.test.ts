import { testRule } from "../../../support/rule-test";

const PROVIDER = "aws_ecs_capacity_provider.capacity";
const ASSOCIATION = "aws_ecs_cluster_capacity_providers.capacity";

testRule("capacity/provider-associated", {
  fails: {
    "the association is gone": { at: PROVIDER, edit: (json) => json.remove(ASSOCIATION) },
    "it names another provider": {
      at: PROVIDER,
      edit: (json) => json.set(ASSOCIATION, "capacity_providers", ["FARGATE"]),
    },
  },
  undecided: {
    "which providers the cluster has is known only at apply": {
      at: PROVIDER,
      edit: (json) => json.set(ASSOCIATION, "capacity_providers", "${var.from_outside}"),
    },
  },
});
