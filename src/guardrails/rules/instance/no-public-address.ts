import { each, equals } from "../../expectation";
import { judgeValue, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

/** Stated: left out, the subnet decides. */
export const noPublicAddress: Check = (plan) =>
  plan.resources("aws_launch_template").map((template) => {
    const addresses = template
      .blocks("network_interfaces")
      .map((networkInterface) => networkInterface.get("associate_public_ip_address") ?? null);
    const judgement = judgeValue(template.address, "associate_public_ip_address", addresses, each(equals(false)));
    return unlessOpen(plan, judgement, template.get("network_interfaces"));
  });
