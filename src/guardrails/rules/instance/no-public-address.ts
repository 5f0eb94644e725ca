import { each, equals } from "../../expectation";
import { judgeValue } from "../../judge";
import type { Check } from "../../rule";

/** Stated: left out, the subnet decides. */
export const noPublicAddress: Check = (plan) =>
  plan.resources("aws_launch_template").map((template) => {
    const addresses = template
      .blocks("network_interfaces")
      .map((networkInterface) => networkInterface.get("associate_public_ip_address") ?? null);
    return judgeValue(template.address, "associate_public_ip_address", addresses, each(equals(false)));
  });
