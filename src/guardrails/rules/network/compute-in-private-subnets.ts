import { failed, passed, undecided } from "../../judge";
import type { Check } from "../../rule";
import { computePlaces } from "../../vocabulary/compute";

export const computeInPrivateSubnets: Check = (plan) =>
  computePlaces(plan).map(({ address, ids, subnets }) => {
    const open = subnets.filter(({ isPublic }) => isPublic).map(({ subnet }) => subnet.address);
    if (open.length > 0) return failed(address, `${open.join(", ")} has a route to an internet gateway`);
    return subnets.length < ids.length
      ? undecided(address, "not all of its subnets are in the plan, so nothing says where their routes lead")
      : passed(address);
  });
