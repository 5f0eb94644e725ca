import { attachedAcls } from "../../../plan/facts/network-acls";
import { comesFromOutside } from "../../../plan/outside";
import { judge, openIf } from "../../judge";
import type { Check } from "../../rule";

export const aclsAttached: Check = (plan) => {
  const attached = attachedAcls(plan);
  const isOpen = plan
    .resources("aws_network_acl_association")
    .some((association) => comesFromOutside(plan, association.get("network_acl_id")));
  return plan
    .resources("aws_network_acl")
    .map((acl) => openIf(isOpen, judge(acl.address, attached.includes(acl), "no subnet is under it")));
};
