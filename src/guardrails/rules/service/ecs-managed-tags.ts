import { services } from "../../../plan/facts/services";
import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const ecsManagedTags: Check = (plan) =>
  services(plan).map(({ service }) => judgeAttribute(service, "enable_ecs_managed_tags", equals(true), false));
