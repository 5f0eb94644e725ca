import { testRule } from "../../../support/rule-test";

const SERVICE = "aws_ecs_service.web";
const PATH = "capacity_provider_strategy.0.capacity_provider";

testRule("service/strategy-names-providers-of-its-cluster", {
  fails: {
    "it names another provider": { at: SERVICE, edit: (json) => json.set(SERVICE, PATH, "other") },
    "the association is gone": {
      at: SERVICE,
      edit: (json) => json.remove("aws_ecs_cluster_capacity_providers.capacity"),
    },
    "the association has other providers": {
      at: SERVICE,
      edit: (json) => json.set("aws_ecs_cluster_capacity_providers.capacity", "capacity_providers", ["FARGATE"]),
    },
  },
  undecided: {
    "it names one that is known only at apply": {
      at: SERVICE,
      edit: (json) => json.set(SERVICE, PATH, "${var.from_outside}"),
    },
  },
  passes: {
    "it names Fargate Spot": (json) => json.set(SERVICE, PATH, "FARGATE_SPOT"),
  },
});
