import { services } from "../../../plan/facts/services";
import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const noPublicAddress: Check = (plan) =>
  services(plan)
    .filter(({ service }) => service.blocks("network_configuration").length > 0)
    .map(({ service }) => judgeAttribute(service, "network_configuration.assign_public_ip", equals(false), false));
