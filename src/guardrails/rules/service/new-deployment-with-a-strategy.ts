import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";
import { replicaServices } from "../../vocabulary/services";

export const newDeploymentWithAStrategy: Check = (plan) =>
  replicaServices(plan)
    .filter(({ service }) => service.blocks("capacity_provider_strategy").length > 0)
    .map(({ service }) => judgeAttribute(service, "force_new_deployment", equals(true), false));
