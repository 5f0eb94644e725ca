import type { Plan, Resource } from "../../../plan/plan";
import { listOf } from "../../../plan/value";
import { judge, unlessOpen } from "../../judge";
import type { Check } from "../../rule";

/** What takes an address, and by what attributes. */
const HOLDERS: readonly (readonly [type: string, path: string])[] = [
  ["aws_nat_gateway", "allocation_id"],
  ["aws_nat_gateway", "secondary_allocation_ids"],
  ["aws_eip_association", "allocation_id"],
  ["aws_lb", "subnet_mapping.allocation_id"],
  ["aws_globalaccelerator_accelerator", "ip_addresses"],
  ["aws_networkfirewall_firewall", "subnet_mapping.allocation_id"],
  ["aws_transfer_server", "endpoint_details.address_allocation_ids"],
];

export const publicAddressesInUse: Check = (plan) => {
  const named = HOLDERS.flatMap(([type, path]) => plan.resources(type).flatMap((holder) => listOf(holder.get(path))));
  const used = new Set(plan.referenced(named, "aws_eip"));
  return plan
    .resources("aws_eip")
    .map((eip) =>
      unlessOpen(plan, judge(eip.address, used.has(eip) || isOnAnInstance(plan, eip), "nothing has it"), ...named),
    );
};

const isOnAnInstance = (plan: Plan, eip: Resource) =>
  ["instance", "network_interface"].some((path) => {
    const holder = eip.get(path);
    return typeof holder === "string" ? holder !== "" : plan.referenced(holder).length > 0;
  });
