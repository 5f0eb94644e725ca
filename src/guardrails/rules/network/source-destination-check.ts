import { equals } from "../../expectation";
import { judgeAttribute } from "../../judge";
import type { Check } from "../../rule";

export const sourceDestinationCheck: Check = (plan) =>
  plan
    .resources("aws_instance", "aws_network_interface")
    .map((resource) => judgeAttribute(resource, "source_dest_check", equals(true), true));
